/**
 * The cloud stack: an AWS CDK application.
 *
 * <p>{@link org.gongkai.infra.App} reads the options from the {@linkplain
 * org.gongkai.infra.ContextReader context} into {@link org.gongkai.infra.Options}, which rejects
 * invalid ones, and passes them to {@link org.gongkai.infra.GongkaiStack}, which creates one
 * construct per concern.
 */
@NullMarked
package org.gongkai.infra;

import org.jspecify.annotations.NullMarked;
