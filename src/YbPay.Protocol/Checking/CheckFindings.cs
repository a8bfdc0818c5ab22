using YbPay.Contracts.Tables;

namespace YbPay.Protocol.Checking;

/// <summary>Collects problems up to the bounds, and words them.</summary>
internal sealed class CheckFindings
{
    private readonly List<CheckProblem> problems = [];
    private int errors;
    private int warnings;

    public IReadOnlyList<CheckProblem> InOrder => problems;

    public bool IsFull => errors >= CatalogueCheck.MostErrors;

    public void Add(string path, FieldRow row, CheckRule rule, string what)
    {
        if (errors++ < CatalogueCheck.MostErrors) problems.Add(new CheckProblem(path, rule, $"{row.Label}({row.Name}){what}"));
    }

    public void AddNoObject(string path)
    {
        if (errors++ < CatalogueCheck.MostErrors) problems.Add(new CheckProblem(path, CheckRule.NotAnObject, path.Length == 0 ? "报文应为JSON对象" : $"{path}应为JSON对象"));
    }

    public void Warn(string path, FieldRow row, CheckRule rule, string what)
    {
        if (warnings++ < CatalogueCheck.MostWarnings) problems.Add(new CheckProblem(path, rule, $"{row.Label}({row.Name}){what}", IsWarning: true));
    }
}
