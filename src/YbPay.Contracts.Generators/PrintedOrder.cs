namespace YbPay.Contracts.Generators;

/// <summary>Orders the tables as the documents print them: by interface, requests first, a message before the nodes it leads to.</summary>
internal static class PrintedOrder
{
    private static readonly string[] Documents = ["mobile", "wallet", "huimin", "fusion", "terminal", "fsi"];

    // The node that is the message itself comes before other nodes that nothing leads to.
    private static readonly string[] MainNodes = ["", "data", "InData", "OutData", "input", "output", "envelope"];

    public static IReadOnlyList<(RecordModel Record, int Table)> Of(IEnumerable<RecordModel> records)
    {
        var all = records.SelectMany(record => record.Tables.Select((_, index) => (Record: record, Table: index))).ToList();
        var ordered = new List<(RecordModel, int)>();
        var messages = all
            .GroupBy(t => (t.Record.Tables[t.Table].Document, t.Record.Tables[t.Table].Code, t.Record.Tables[t.Table].Kind))
            .OrderBy(g => Array.IndexOf(Documents, g.Key.Document))
            .ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Kind == "request" ? 0 : 1);
        foreach (var message in messages)
        {
            var led = new HashSet<string>(message.SelectMany(t => t.Record.Fields).SelectMany(f => f.Points));
            foreach (var root in message.Where(t => !led.Contains(t.Record.FullName)).OrderBy(RankOf).ThenBy(t => t.Record.FullName, StringComparer.Ordinal))
                Walk(root, message.ToList(), ordered);
        }

        return ordered;
    }

    private static int RankOf((RecordModel Record, int Table) table) => MainNodes.Contains(table.Record.Tables[table.Table].Node) ? 0 : 1;

    private static void Walk((RecordModel Record, int Table) table, List<(RecordModel Record, int Table)> message, List<(RecordModel, int)> ordered)
    {
        if (ordered.Contains(table)) return;
        ordered.Add(table);
        foreach (var point in table.Record.Fields.SelectMany(f => f.Points))
        foreach (var next in message.Where(t => t.Record.FullName == point))
            Walk(next, message, ordered);
    }
}
