using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace YbPay.Storage.Statements;

/// <summary>Reads rows as <typeparamref name="T"/>; compiled once per statement.</summary>
internal static class RowReader<T>
{
    private static readonly ConcurrentDictionary<string, Func<DbDataReader, T>> Known = new();

    public static Func<DbDataReader, T> For(string sql, DbDataReader reader, bool remember)
    {
        if (Known.TryGetValue(sql, out var known)) return known;
        var compiled = Compile(reader);
        if (remember) Known[sql] = compiled;
        return compiled;
    }

    private static Func<DbDataReader, T> Compile(DbDataReader reader)
    {
        var row = Expression.Parameter(typeof(DbDataReader));
        return Expression.Lambda<Func<DbDataReader, T>>(Body(row, reader), row).Compile();
    }

    private static Expression Body(ParameterExpression row, DbDataReader reader)
    {
        var type = typeof(T);
        if (ColumnValue.IsKnown(type)) return ColumnValue.At(row, 0, type, mayBeNull: true);
        if (typeof(ITuple).IsAssignableFrom(type) && type.IsValueType) return Tuple(row, type);

        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(i => Plain(reader.GetName(i)), i => i, StringComparer.OrdinalIgnoreCase);
        return type.GetConstructor(Type.EmptyTypes) is { } empty ? ByProperties(row, type, empty, columns) : ByConstructor(row, type, columns);
    }

    private static NewExpression Tuple(ParameterExpression row, Type type) =>
        Expression.New(type.GetConstructor(type.GetGenericArguments())!, type.GetGenericArguments().Select((item, i) => ColumnValue.At(row, i, item, mayBeNull: true)));

    private static MemberInitExpression ByProperties(ParameterExpression row, Type type, ConstructorInfo empty, Dictionary<string, int> columns)
    {
        var nullability = new NullabilityInfoContext();
        var bindings = new List<MemberBinding>();
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            if (columns.TryGetValue(property.Name, out var column))
                bindings.Add(Expression.Bind(property, ColumnValue.At(row, column, property.PropertyType, nullability.Create(property).ReadState != NullabilityState.NotNull)));
            else if (property.IsDefined(typeof(RequiredMemberAttribute)))
                throw new InvalidOperationException($"The statement has no column for {type.Name}.{property.Name}.");
        }

        return Expression.MemberInit(Expression.New(empty), bindings);
    }

    private static NewExpression ByConstructor(ParameterExpression row, Type type, Dictionary<string, int> columns)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"{type.Name} has no public constructor.");
        return Expression.New(constructor, constructor.GetParameters().Select(p => columns.TryGetValue(p.Name!, out var column)
            ? ColumnValue.At(row, column, p.ParameterType, nullability.Create(p).ReadState != NullabilityState.NotNull)
            : throw new InvalidOperationException($"The statement has no column for {type.Name}.{p.Name}.")));
    }

    private static string Plain(string column) => column.Replace("_", "", StringComparison.Ordinal);
}
