INSERT INTO item (id, sku, name, stock, cents) VALUES (1, 'bolt', 'Bolt M8', 100, 12);
INSERT INTO item (id, sku, name, stock, cents) VALUES (2, 'nut', 'Nut M8', 100, 8);
ALTER SEQUENCE item_seq RESTART WITH 101;
