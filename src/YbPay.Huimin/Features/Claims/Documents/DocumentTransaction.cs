using YbPay.Contracts;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Tables;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>Whose document it is, as far as its interface says.</summary>
internal sealed record DocumentPerson(string VisitNo, string? IdNo, string? Name)
{
    public override string ToString() => VisitNo;
}

/// <summary>One part of a message that is kept by itself.</summary>
internal sealed record DocumentPart(string Key, byte[] Clear)
{
    public override string ToString() => Key;
}

/// <summary>What all documents of a case share: they are taken while the case is at 1, they are of its person, and the same again replaces what was there.</summary>
internal abstract class DocumentTransaction<TRequest>(string transCode, HuiminBooks books, CaseFinder cases) : Transaction<TRequest>(transCode)
    where TRequest : Contract
{
    /// <summary>Of a case's documents together: an insurer gets them in one piece.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    protected HuiminBooks Books => books;

    protected abstract DocumentPerson Person(TRequest request);

    /// <summary>What the document asks of its fields together; empty when nothing is wrong.</summary>
    protected virtual IReadOnlyList<RuleProblem> Problems(TRequest request) => [];

    /// <summary>What is kept, and under which keys.</summary>
    protected abstract IReadOnlyList<DocumentPart> Parts(TRequest request);

    /// <summary>After a refusal nothing has been written.</summary>
    protected virtual async Task<Refusal?> WriteAsync(DbSession session, CaseRow row, TRequest request, long now)
    {
        var parts = Parts(request);
        var others = await CaseDocumentStore.SizeBesideAsync(session, row.CaseId, TransCode, [.. parts.Select(part => part.Key)]);
        if (others + parts.Sum(part => (long)part.Clear.Length) > MostBytes) return ClaimRefusals.DocumentsTooLarge;
        foreach (var part in parts) await CaseDocumentStore.PutAsync(session, books.Cipher, row.CaseId, TransCode, part.Key, part.Clear, now);
        return null;
    }

    protected override Task<Outcome<TransactionReply>> HandleAsync(Call call, TRequest request, ContentReceiver content)
    {
        var problems = Problems(request);
        if (problems.Count > 0)
            return Task.FromResult<Outcome<TransactionReply>>(Refusals.MessageInvalid.With(string.Join("；", problems.Select(problem => $"{problem.Path} {problem.Message}"))));
        var person = Person(request);
        return books.Database.WriteAsync<Outcome<TransactionReply>>(async session =>
        {
            var found = await cases.TakeForDocumentAsync(session, call, person.VisitNo, person.IdNo, person.Name);
            if (found is not Outcome<CaseRow>.Ok { Value: var row }) return ((Outcome<CaseRow>.No)found).Why;
            return await WriteAsync(session, row, request, call.Now) is { } why ? why : TransactionReply.Empty;
        });
    }
}
