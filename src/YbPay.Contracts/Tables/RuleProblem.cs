namespace YbPay.Contracts.Tables;

/// <summary>A condition between fields that a message breaks: the field to look at, the rule's name, and a Chinese text without values.</summary>
public sealed record RuleProblem(string Path, string Rule, string Message);
