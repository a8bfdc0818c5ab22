using System.Collections.Frozen;
using YbPay.Storage;

namespace YbPay.Bureau.Institutions;

/// <summary>A designated medical institution.</summary>
internal sealed record Institution(string Code, string Name, int Level, bool MobilePayment);

/// <summary>All institutions, read at start: there are thousands, and every request asks for one.</summary>
internal sealed class InstitutionDirectory
{
    private FrozenDictionary<string, Institution> byCode = FrozenDictionary<string, Institution>.Empty;

    public Institution? Find(string code) => byCode.GetValueOrDefault(code);

    public async Task LoadAsync(IDatabase database, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<Institution>("SELECT code, name, level, mobile_payment FROM institution"), cancel);
        byCode = rows.ToFrozenDictionary(row => row.Code);
    }
}
