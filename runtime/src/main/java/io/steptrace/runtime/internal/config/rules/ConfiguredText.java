package io.steptrace.runtime.internal.config.rules;

import org.eclipse.microprofile.config.ConfigProvider;

import io.steptrace.runtime.internal.text.BoundedText;

/** Values as they stand in the configuration, which is what its author looks for. */
final class ConfiguredText {

    private ConfiguredText() {
    }

    /**
     * The text of a key.
     *
     * @param parsed what has become of it; stands for a value that is not written anywhere
     */
    static String of(String key, Object parsed) {
        String written = ConfigProvider.getConfig().getConfigValue(key).getValue();
        return BoundedText.name(written == null ? String.valueOf(parsed) : written);
    }
}
