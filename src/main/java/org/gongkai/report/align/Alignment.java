package org.gongkai.report.align;

import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.form.Edition;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Where;
import org.gongkai.report.section.Sections;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a document, aligned with the form.
 *
 * @param blocks the document's blocks, what page ends cut in two rejoined
 * @param edition the edition that the tables show; null where none was found
 * @param tables the keys of the tables found, in the form's order
 * @param readings one for each cell of the edition, at the cell's index; empty without an edition
 * @param looseRows rows whose figures could not all be placed
 * @param repeated where table III is printed once more with the same figures; null for nowhere
 * @param ranges where the tables lie among the blocks
 */
public record Alignment(
    List<Block> blocks,
    @Nullable Edition edition,
    List<String> tables,
    List<Reading> readings,
    List<LooseRow> looseRows,
    @Nullable Where repeated,
    List<Sections.Range> ranges) {}
