package org.busmark.bench.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.busmark.results.record.AtomicFile;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/**
 * Calls for runs and their answers, a file each, numbered from 1. One process asks, one answers, one call at a time. Only
 * their owner can write into the folder, so what is read from it is theirs.
 */
final class CallFolder {
    private final Path folder;
    private int number;

    CallFolder(Path folder) {
        this.folder = folder;
    }

    /** What came of a call: results, or why there are none. */
    record Answer(ArrayList<RunResult> results, @Nullable String failure) implements Serializable {
        static Answer of(Collection<RunResult> results) {
            return new Answer(new ArrayList<>(results), null);
        }

        static Answer failed(String why) {
            return new Answer(new ArrayList<>(), why);
        }
    }

    /** Asks the next one. */
    void ask(RunJvm.Call call) throws IOException {
        number++;
        write(callFile(), call);
    }

    /** Whether the last one was answered. */
    boolean isAnswered() {
        return Files.exists(answerFile());
    }

    /** The results of the last one, which was answered. */
    List<RunResult> results() throws IOException, FailedForkException {
        Answer answer = (Answer) read(answerFile());
        if (answer.failure() != null) {
            throw FailedForkException.ended(answer.failure());
        }
        return answer.results();
    }

    /** Whether the next call is there. For the process that answers. */
    boolean isAsked() {
        return Files.exists(folder.resolve((number + 1) + ".call"));
    }

    /** Whether nobody will ask any more. */
    boolean isGone() {
        return !Files.isDirectory(folder);
    }

    /** Takes the next call, which is there. */
    RunJvm.Call take() throws IOException {
        number++;
        return (RunJvm.Call) read(callFile());
    }

    /** Answers what was taken last. */
    void answer(Answer answer) throws IOException {
        write(answerFile(), answer);
    }

    private Path callFile() {
        return folder.resolve(number + ".call");
    }

    private Path answerFile() {
        return folder.resolve(number + ".answer");
    }

    private static void write(Path file, Serializable content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(content);
        }
        AtomicFile.write(file, bytes.toByteArray());
    }

    private static Object read(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
