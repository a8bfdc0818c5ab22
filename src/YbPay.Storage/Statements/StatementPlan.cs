using System.Collections;
using System.Collections.Concurrent;
using System.Text;

namespace YbPay.Storage.Statements;

/// <summary>One argument of one execution.</summary>
internal readonly record struct Argument(string Name, ArgumentKind Kind, object? Value);

/// <summary>The text of a statement and its arguments, in the order in which the text first names them.</summary>
internal readonly record struct StatementPlan(string Sql, Argument[] Arguments, bool MayCache)
{
    private const int LargestMemory = 4096;
    private static readonly ConcurrentDictionary<(string Sql, Type Args), ArgumentSource[]> Sources = new();
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Names = new(StringComparer.Ordinal);

    public static StatementPlan For(string sql, object? args)
    {
        if (args is null) return new(sql, [], MayCache: true);
        var sources = args is IReadOnlyDictionary<string, object?> map ? FromDictionary(sql, map) : FromProperties(sql, args);

        var arguments = new Argument[sources.Length];
        var hasList = false;
        for (var i = 0; i < sources.Length; i++)
        {
            var value = sources[i].Read(args);
            arguments[i] = new(sources[i].Name, sources[i].Kind, value);
            hasList |= sources[i].Kind == ArgumentKind.List;
        }

        return hasList ? Spread(sql, arguments) : new(sql, arguments, MayCache: true);
    }

    private static ArgumentSource[] FromProperties(string sql, object args)
    {
        var key = (sql, args.GetType());
        if (Sources.TryGetValue(key, out var known)) return known;
        if (Sources.Count >= LargestMemory) Sources.Clear();
        return Sources[key] = [.. ParameterNames.In(sql).Select(name => ArgumentSource.Property(key.Item2, name))];
    }

    private static ArgumentSource[] FromDictionary(string sql, IReadOnlyDictionary<string, object?> map) =>
        [.. NamesIn(sql).Select(name => ArgumentSource.Entry(map, name))];

    private static IReadOnlyList<string> NamesIn(string sql)
    {
        if (Names.TryGetValue(sql, out var known)) return known;
        if (Names.Count >= LargestMemory) Names.Clear();
        return Names[sql] = ParameterNames.In(sql);
    }

    /// <summary>Writes <c>IN @list</c> out as <c>IN (@list0, @list1 ...)</c>; an empty list matches nothing.</summary>
    private static StatementPlan Spread(string sql, Argument[] arguments)
    {
        var flat = new List<Argument>();
        foreach (var argument in arguments)
        {
            if (argument.Kind != ArgumentKind.List)
            {
                flat.Add(argument);
                continue;
            }

            var names = new StringBuilder("(");
            var count = 0;
            foreach (var item in (IEnumerable)(argument.Value ?? throw new ArgumentNullException(argument.Name)))
            {
                var name = $"{argument.Name}{count}";
                names.Append(count++ == 0 ? "@" : ", @").Append(name);
                flat.Add(ArgumentSource.Scalar(name, item));
            }

            sql = ParameterNames.Replace(sql, argument.Name, count == 0 ? NoRows(argument.Value) : names.Append(')').ToString());
        }

        return new(sql, [.. flat], MayCache: false);
    }

    /// <summary>PostgreSQL wants to know of what type the rows are that are not there.</summary>
    private static string NoRows(object list)
    {
        var whole = list.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && ArgumentKinds.Of(i.GetGenericArguments()[0]) == ArgumentKind.Whole);
        return $"(SELECT CAST(NULL AS {(whole ? "BIGINT" : "TEXT")}) WHERE 1 = 0)";
    }
}
