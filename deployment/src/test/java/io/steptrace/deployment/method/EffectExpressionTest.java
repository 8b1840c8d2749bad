package io.steptrace.deployment.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.steptrace.EffectKind;

class EffectExpressionTest {

    @Test
    void takesAnExpressionApart() {
        assertThat(EffectExpression.parse("db.get blog_post"))
                .contains(new EffectExpression(EffectKind.DB, "get", "blog_post"));
        assertThat(EffectExpression.parse("http.post")).contains(new EffectExpression(EffectKind.HTTP, "post", ""));
        assertThat(EffectExpression.parse("messaging.send_all orders/eu.1"))
                .contains(new EffectExpression(EffectKind.MESSAGING, "send_all", "orders/eu.1"));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryKind(EffectKind kind) {
        assertThat(EffectExpression.parse(kind.name().toLowerCase(java.util.Locale.ROOT) + ".do it"))
                .contains(new EffectExpression(kind, "do", "it"));
        assertThat(EffectExpression.grammar()).contains(kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "db", "db.", ".get", "DB.get", "db.Get", "db.get ", "db.get  post", "db.get a b", "sql.get",
            "db get post", "db.get-all", " db.get", "db.1get", "db.get\tpost" })
    void refusesEverythingElse(String expression) {
        assertThat(EffectExpression.parse(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "db|there is no \".\" between kind and operation", "sql.get post|\"sql\" is no kind",
            "DB.get|\"DB\" is no kind", ".get|\"\" is no kind", "db.|the operation \"\" is no lower_snake_case word",
            "db.Get post|the operation \"Get\" is no lower_snake_case word",
            "db.get-all|the operation \"get-all\" is no lower_snake_case word",
            "db.get blog post|the target \"blog post\" is empty or has white space",
            "'db.get '|the target \"\" is empty or has white space" })
    void saysWhichPartIsWrong(String expression, String mistake) {
        assertThat(EffectExpression.parse(expression)).isEmpty();
        assertThat(EffectExpression.mistakeIn(expression)).isEqualTo(mistake);
    }
}
