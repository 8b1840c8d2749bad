package io.steptrace.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.steptrace.docs.names.Messages;
import io.steptrace.docs.page.Block;
import io.steptrace.docs.page.Page;
import io.steptrace.docs.page.Pages;

/** What the pages quote, the code says. */
class MessagesTest {

    private final Messages messages = new Messages();

    @Test
    void areThoseOfTheCode() {
        List<Block> quoted = Pages.all().stream().map(Page::blocks).flatMap(List::stream).filter(block -> block.is("message"))
                .toList();
        assertThat(quoted).isNotEmpty();
        assertThat(quoted.stream().flatMap(this::faults)).isEmpty();
    }

    private Stream<String> faults(Block block) {
        return block.lines().stream().flatMap(line -> messages.unknownPartsOf(line).stream())
                .map(part -> block.place() + ": not said by the code: " + part);
    }

    @Test
    void wouldNotBeTakenForOthers() {
        assertThat(messages.unknownPartsOf("ERROR  the moon is <colour> tonight")).containsExactly("the moon is", "tonight");
    }
}
