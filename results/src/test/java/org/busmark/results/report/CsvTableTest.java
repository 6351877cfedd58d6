package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.Rate;
import org.junit.jupiter.api.Test;

final class CsvTableTest {
    @Test
    void everyFigureHasItsColumn() throws IOException {
        List<String> lines = CsvTable.of(Campaigns.quick()).lines().toList();
        List<String> headings = List.of(lines.get(0).split(",", -1));
        List<String> kafka = List.of(lines.get(1).split(",", -1));

        assertEquals(6, lines.size());
        assertEquals(headings.size(), kafka.size());
        assertEquals("504000", kafka.get(headings.indexOf("throughput.medianPerSecond")));
        assertEquals("9000", kafka.get(headings.indexOf("service.p99Us")));
        assertEquals("", kafka.get(headings.indexOf("response.p99Us")));
        assertEquals("", kafka.get(headings.indexOf("pacingLag.maxUs")));
        assertEquals("3000000", kafka.get(headings.indexOf("ledger.delivered")));
        assertEquals("3.5", kafka.get(headings.indexOf("cost.clientCpuSecondsPerMillion")));
        assertEquals(headings.size(), headings.stream().distinct().count());
        assertTrue(headings.contains("response.p99LowUs") && headings.contains("throughput.lowPerSecond"));
    }

    @Test
    void fieldsAreQuotedAndFormulasAreNot() throws IOException {
        CellCoordinates where = new CellCoordinates(
                "id", "=cmd()", "say \"a,b\"", MadeUp.stream("x").guarantee(), Rate.MAX, 100, "StreamBenchmark");
        String csv = CsvTable.of(Campaigns.of(
                List.of(new ForkRecord(where, MadeUp.streamRun("x", 1, 5).run()))));

        assertTrue(csv.contains("\r\nid,'=cmd(),\"say \"\"a,b\"\"\",FIRE_AND_FORGET,max,100,VALID,5,,,"), csv);
    }
}
