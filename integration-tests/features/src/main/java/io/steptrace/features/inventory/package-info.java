/** What is in stock: Hibernate ORM with Panache, Bean Validation, transactions. Imports the pricing package. */
package io.steptrace.features.inventory;
