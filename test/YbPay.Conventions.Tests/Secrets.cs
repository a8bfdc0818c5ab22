using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace YbPay.Conventions.Tests;

/// <summary>
/// A record prints every public property it has. One that holds a secret or a person's data as plain text must therefore say
/// itself how it prints, or it ends in a log one day.
/// </summary>
public sealed partial class Secrets
{
    [Fact]
    public void No_record_prints_a_secret_or_a_persons_data() => Conformity.Check(Ours.Assemblies.SelectMany(assembly => Findings(assembly.GetTypes())));

    [Fact]
    public void A_record_that_prints_a_secret_is_found_and_one_that_holds_its_tongue_is_not()
    {
        Findings([typeof(Talkative), typeof(Discreet), typeof(Harmless)]).ShouldHaveSingleItem().ShouldContain(nameof(Talkative.AppSecret));
        new Discreet("hush").ToString().ShouldNotContain("hush");
    }

    private static IEnumerable<string> Findings(IEnumerable<Type> types) =>
        from type in types
        let print = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [])
        where print is not null && print.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name[0] != '<'
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where (property.PropertyType == typeof(string) || property.PropertyType == typeof(byte[])) && Sensitive().IsMatch(property.Name)
        select $"{type.FullName}.{property.Name} is printed by the record; hold it as Personal, or override ToString";

    private sealed record Talkative(string AppSecret);

    private sealed record Discreet(string AppSecret)
    {
        public override string ToString() => nameof(Discreet);
    }

    private sealed record Harmless(string Place);

    [GeneratedRegex("Secret$|PrivateKey$|Password$|MasterKey$|Token$|PayAuthNo$|AuthNo$|^IdNo$|^CertNo$|^Certno$|^UserName$|^PsnNo$|^PsnName$|^CardNo$|^QrCode$|^EcCode$|^Phone")]
    private static partial Regex Sensitive();
}
