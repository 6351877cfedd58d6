package org.busmark.results.claims;

/** In what two findings of one claim may differ; what people look at first comes first. */
enum Dimension {
    CASE("the case"),
    FIGURE("the figure"),
    OTHER_BUS("the other bus"),
    SIZE("the message size"),
    GUARANTEE("the guarantee"),
    STEPS("the steps"),
    BUS("the bus"),
    WORKLOAD("the workload");

    private final String words;

    Dimension(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
