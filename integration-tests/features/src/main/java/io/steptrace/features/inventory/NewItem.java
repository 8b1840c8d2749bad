package io.steptrace.features.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An item as it is sent to the application. */
public record NewItem(@NotBlank @Size(max = 40) String sku, @NotBlank String name) {
}
