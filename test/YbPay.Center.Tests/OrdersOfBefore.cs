using YbPay.Storage;

namespace YbPay.Center.Tests;

/// <summary>Orders that were written before accounts could pay down are kept as they were by the migration that brings the columns.</summary>
public sealed class OrdersOfBefore
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_column_keeps_its_value_and_the_new_check_holds(string database)
    {
        await using var place = TestPlace.Create(database);
        await using var before = await Databases.OpenAsync(place.Options("center"), null);
        foreach (var number in (string[])["0001", "0002", "0003"]) await ApplyAsync(before, number);
        await before.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO orders (pay_ord_id, org_codg, app_id, med_org_ord, upload_digest, state, version, pay_token_hash, person_index, person, fee_type, mdtrt_id, core_mdtrt_id, chrg_bchno,
              med_type, insutype, psn_setlway, acct_used_flag, mid_setl_flag, fee_sum, fund, psn_acct, cash, other, deposit_asked, deposit_used, cash_due, cash_paid, cash_refund_held,
              insurance_refund_held, refund_open, setl_id, settle_leg, cash_leg, settled_at, paid_at, revs_used, created_at, updated_at, closes_at, via, closing_put_off_to)
            VALUES ('ORD1', 'H1', 'APP', 'MO1', 'DIGEST', 600, 7, 'TOKEN', 'INDEX', @person, '01', 'V0', 'V1', 'B1', '11', '310', '01', '1', '0', 1000, 500, 100, 300, 100, 120, 120, 180, 180, 20,
              1, 'RFD1', 'S1', 'L1', 'PAY1', 41, 42, 1, 40, 43, 44, 'cashier', 45)
            """, new { person = new byte[] { 1, 2, 3 } }));
        var old = await RowAsync(before, "pay_ord_id");

        await ApplyAsync(before, "0004");

        (await RowAsync(before, "pay_ord_id")).ShouldBe(old);
        (await RowAsync(before, "paid_down || '/' || cash_surplus")).ShouldEndWith("0/0");
        await before.WriteAsync(session => session.ExecuteAsync("UPDATE orders SET paid_down = 50, cash_due = 130, cash_paid = 130"));
        await Should.ThrowAsync<Exception>(() => before.WriteAsync(session => session.ExecuteAsync("UPDATE orders SET paid_down = 51")));
        await Should.ThrowAsync<Exception>(() => before.WriteAsync(session => session.ExecuteAsync("UPDATE orders SET cash_paid = 131")));
        await Should.ThrowAsync<Exception>(() => before.WriteAsync(session => session.ExecuteAsync("UPDATE orders SET paid_down = -1, cash_due = 181")));
    }

    /// <summary>All old columns and one more, as text.</summary>
    private static async Task<string> RowAsync(IDatabase database, string more)
    {
        string[] columns =
        [
            "pay_ord_id", "org_codg", "app_id", "med_org_ord", "upload_digest", "state", "version", "pay_token_hash", "person_index", "fee_type", "mdtrt_id", "core_mdtrt_id", "chrg_bchno",
            "med_type", "insutype", "psn_setlway", "acct_used_flag", "mid_setl_flag", "fee_sum", "fund", "psn_acct", "cash", "other", "deposit_asked", "deposit_used", "cash_due", "cash_paid",
            "cash_refund_held", "insurance_refund_held", "refund_open", "setl_id", "settle_leg", "cash_leg", "settled_at", "paid_at", "revs_used", "created_at", "updated_at", "closes_at", "via",
            "closing_put_off_to", more,
        ];
        return (await database.ReadAsync(session => session.FirstOrDefaultAsync<string>($"SELECT {string.Join(" || '|' || ", columns)} FROM orders"))).ShouldNotBeNull();
    }

    private static async Task ApplyAsync(IDatabase database, string number)
    {
        var assembly = typeof(CenterOptions).Assembly;
        var name = assembly.GetManifestResourceNames().Single(resource => resource.Contains($"{number}.", StringComparison.Ordinal) && resource.Contains(database.Dialect.ToString(), StringComparison.OrdinalIgnoreCase));
        using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var statements = string.Join('\n', (await text.ReadToEndAsync()).Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
        foreach (var statement in statements.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            await database.WriteAsync(session => session.ExecuteAsync(statement));
    }
}
