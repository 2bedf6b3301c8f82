package org.gongkai.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose report it is, of which year, published when. Each null where it is not printed or cannot be
 * told.
 *
 * @param title in simplified characters: {@code 某市人民政府2023年政府信息公开工作年度报告}
 * @param issuer in simplified characters: {@code 某市人民政府}
 * @param year the year reported on
 * @param published the date of publication
 * @param indexNumber the index number (索引号)
 * @param from the first day of the statistical period
 * @param to its last day
 * @param titleWhere where the title is printed
 * @param publishedWhere where the date is printed
 * @param periodWhere where the period is printed
 */
public record Identity(
    @Nullable String title,
    @Nullable String issuer,
    @Nullable Integer year,
    @Nullable LocalDate published,
    @Nullable String indexNumber,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Where titleWhere,
    @Nullable Where publishedWhere,
    @Nullable Where periodWhere) {}
