using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using YbPay.Contracts;

namespace YbPay.Conventions.Tests;

/// <summary>
/// What the NuGet packages promise, as a list to review. A change of the list is a change of the promise. Contracts' records
/// are left out: their tables are held to the documents elsewhere.
/// </summary>
public sealed class PublicApi
{
    [Theory]
    [InlineData("YbPay.Cryptography")]
    [InlineData("YbPay.Protocol")]
    [InlineData("YbPay.Client")]
    [InlineData("YbPay.Contracts")]
    public void The_public_surface_is_the_reviewed_one(string assembly) =>
        Golden.Check(Print(Ours.Named(assembly).GetExportedTypes().Where(type => !type.IsSubclassOf(typeof(Contract)))), "test", "YbPay.Conventions.Tests", "PublicApi", assembly + ".golden.txt");

    [Fact]
    public void The_list_shows_types_members_and_nullability()
    {
        var printed = Print([typeof(Example)]);

        printed.ShouldContain("sealed class YbPay.Conventions.Tests.PublicApi+Example");
        printed.ShouldContain("  String? Name { get; set; }");
        printed.ShouldContain("  Task`1[Int32] CountAsync(String of, CancellationToken cancel)");
        printed.ShouldNotContain("Hidden");
    }

    private static string Print(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal)) text.Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : "class";
        return $"{kind} {type.FullName}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        var nullability = new NullabilityInfoContext();
        return
        [
            .. type.GetFields(Declared).Select(field => $"{Name(field.FieldType, nullability.Create(field))} {field.Name}"),
            .. type.GetProperties(Declared).Select(property =>
                $"{Name(property.PropertyType, nullability.Create(property))} {property.Name} {{{(property.GetMethod?.IsPublic == true ? " get;" : "")}{(property.SetMethod?.IsPublic == true ? " set;" : "")} }}"),
            .. type.GetConstructors(Declared).Select(constructor => $"new({Parameters(constructor, nullability)})"),
            .. type.GetMethods(Declared).Where(method => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Select(method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType, nullability.Create(method.ReturnParameter))} {method.Name}({Parameters(method, nullability)})"),
        ];
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType, nullability.Create(parameter))} {parameter.Name}"));

    private static string Name(Type type, NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        var name = type.IsGenericType ? $"{type.Name}[{string.Join(",", type.GetGenericArguments().Select(argument => argument.Name))}]" : type.Name;
        return name + mark;
    }

    public sealed class Example
    {
        public string? Name { get; set; }

        public Task<int> CountAsync(string of, CancellationToken cancel) => Task.FromResult(of.Length + (Hidden(cancel) ? 1 : 0));

        private static bool Hidden(CancellationToken cancel) => cancel.CanBeCanceled;
    }
}
