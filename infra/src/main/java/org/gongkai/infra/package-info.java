/**
 * The cloud stack: an AWS CDK application.
 *
 * <p>The way through it: {@link org.gongkai.infra.App} reads the options in the {@linkplain
 * org.gongkai.infra.ContextReader context} into {@link org.gongkai.infra.Options}, which refuses
 * what cannot work, and hands them to {@link org.gongkai.infra.GongkaiStack}, which puts together
 * one construct a concern.
 */
@NullMarked
package org.gongkai.infra;

import org.jspecify.annotations.NullMarked;
