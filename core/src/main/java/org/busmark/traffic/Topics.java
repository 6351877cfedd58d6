package org.busmark.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busmark.bus.TopicSpec;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/** The topics of a run, their names made from its number so that two runs never meet. */
record Topics(List<TopicSpec> sent, List<TopicSpec> answers) {
    static Topics of(Workload workload, int run) {
        String prefix = "busmark-%08x".formatted(run);
        List<String> groups = IntStream.range(0, workload.groups())
                .mapToObj(group -> "group-" + group)
                .toList();
        List<TopicSpec> sent = IntStream.range(0, workload.topics())
                .mapToObj(topic ->
                        new TopicSpec(prefix + "-topic-" + topic, workload.partitions(), groups, workload.guarantee()))
                .toList();
        List<TopicSpec> answers = workload.shape() != Shape.ROUND_TRIP
                ? List.of()
                : IntStream.range(0, workload.producers())
                        .mapToObj(lane ->
                                new TopicSpec(prefix + "-answers-" + lane, 1, List.of("answers"), workload.guarantee()))
                        .toList();
        return new Topics(sent, answers);
    }

    TopicSpec sentBy(int lane) {
        return sent.get(lane % sent.size());
    }

    List<TopicSpec> all() {
        List<TopicSpec> all = new ArrayList<>(sent);
        all.addAll(answers);
        return all;
    }
}
