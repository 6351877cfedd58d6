package org.busmark.results.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What the script of a page reads. */
record PageData(JsonNode json) {
    static PageData of(Document page) {
        try {
            return new PageData(new ObjectMapper()
                    .readTree(page.expectFirst("script[type=application/json]").data()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    boolean has(String figure) {
        return json.path("plots").has(figure);
    }

    int lines(String figure) {
        return panel(figure).path("lines").size();
    }

    int whiskers(String figure) {
        return panel(figure).path("whiskers").size();
    }

    /** Of the first table of the first panel; column 0 is x. */
    List<@Nullable Double> column(String figure, int column) {
        List<@Nullable Double> values = new ArrayList<>();
        panel(figure)
                .path("tables")
                .path(0)
                .path(column)
                .forEach(value -> values.add(value.isNull() ? null : value.doubleValue()));
        return values;
    }

    List<Double> down(String figure) {
        return json.path("plots").path(figure).path("down").findValues("x").stream()
                .map(JsonNode::doubleValue)
                .toList();
    }

    List<Double> across(String figure) {
        return json.path("plots").path(figure).path("across").findValues("y").stream()
                .map(JsonNode::doubleValue)
                .toList();
    }

    List<Double> doubtful(String figure, int line) {
        List<Double> values = new ArrayList<>();
        panel(figure).path("lines").path(line).path("doubtful").forEach(value -> values.add(value.doubleValue()));
        return values;
    }

    List<String> names() {
        return json.path("buses").findValuesAsText("name");
    }

    private JsonNode panel(String figure) {
        return json.path("plots").path(figure).path("panels").path(0);
    }
}
