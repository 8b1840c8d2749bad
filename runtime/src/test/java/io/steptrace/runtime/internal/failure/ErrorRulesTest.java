package io.steptrace.runtime.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.steptrace.ErrorClassifier;
import io.steptrace.ErrorOrigin;

class ErrorRulesTest {

    private static final Predicate<Throwable> NO_JAX_RS = failure -> false;

    @Test
    void takesEverythingForAFaultByDefault() {
        assertThat(rules(List.of(), Set.of()).originOf(new IllegalStateException(), List.of())).isEqualTo(ErrorOrigin.SYSTEM);
    }

    @Test
    void takesAnswersOfRestEndpointsForAnswers() {
        ErrorRules rules = new ErrorRules(List.of(), Set.of(), failure -> failure instanceof IllegalArgumentException);
        assertThat(rules.originOf(new IllegalArgumentException("stands for a 404"), List.of()))
                .isEqualTo(ErrorOrigin.APPLICATION);
    }

    @Test
    void takesDeclaredExceptionsAndTheirSubtypesForAnswers() {
        ErrorRules rules = rules(List.of(), Set.of());
        assertThat(rules.originOf(new FileNotFoundException(), List.of(IOException.class))).isEqualTo(ErrorOrigin.APPLICATION);
        assertThat(rules.originOf(new IOException(), List.of(FileNotFoundException.class))).isEqualTo(ErrorOrigin.SYSTEM);
    }

    @Test
    void takesListedTypesAndTheirSubtypesForAnswers() {
        ErrorRules rules = rules(List.of(), Set.of(IllegalArgumentException.class.getName()));
        assertThat(rules.originOf(new NumberFormatException(), List.of())).isEqualTo(ErrorOrigin.APPLICATION);
        assertThat(rules.originOf(new RuntimeException(), List.of())).isEqualTo(ErrorOrigin.SYSTEM);
    }

    @Test
    void asksClassifiersFirstAndSurvivesABrokenOne() {
        ErrorClassifier broken = error -> {
            throw new IllegalStateException("broken");
        };
        ErrorClassifier undecided = error -> Optional.empty();
        ErrorClassifier strict = error -> Optional.of(ErrorOrigin.SYSTEM);
        ErrorRules rules = rules(List.of(broken, undecided, strict), Set.of(IOException.class.getName()));
        assertThat(rules.originOf(new IOException(), List.of(IOException.class))).isEqualTo(ErrorOrigin.SYSTEM);
    }

    @Test
    void looksIntoTheWrappersOfAsynchronousResults() {
        IOException failure = new IOException();
        assertThat(ErrorRules.unwrap(new CompletionException(new CompletionException(failure)))).isSameAs(failure);
        CompletionException bare = new CompletionException("no cause", null);
        assertThat(ErrorRules.unwrap(bare)).isSameAs(bare);
    }

    @Test
    void looksIntoTheWrapperOfACheckedExceptionThatAMethodDoesNotDeclare() {
        IOException failure = new IOException();
        assertThat(ErrorRules.unwrap(new ArcUndeclaredThrowableException("thrown by an interceptor", failure)))
                .isSameAs(failure);
    }

    private static ErrorRules rules(List<ErrorClassifier> classifiers, Set<String> types) {
        return new ErrorRules(classifiers, types, NO_JAX_RS);
    }
}
