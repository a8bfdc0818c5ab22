-- What the bureau's accounts paid of the cash (5369, 5373, 5379) as the core says it; cash that went back because they had paid it too; what a
-- channel says it took where that is not what was asked.
ALTER TABLE orders ADD COLUMN paid_down BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN cash_surplus BIGINT NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN cash_reported BIGINT NULL;

-- The check of 0001 that cash = cash_due + deposit_used: the fourth of the table's own, so this is its name.
ALTER TABLE orders DROP CONSTRAINT orders_check3;
ALTER TABLE orders ADD CHECK (cash IS NULL OR cash = paid_down + deposit_used + cash_due);
ALTER TABLE orders ADD CHECK (paid_down >= 0 AND cash_surplus >= 0);
