using System.Linq.Expressions;
using System.Reflection;

namespace YbPay.Storage.Statements;

/// <summary>Where one argument's value comes from.</summary>
internal sealed record ArgumentSource(string Name, ArgumentKind Kind, Func<object, object?> Read)
{
    public static ArgumentSource Property(Type type, string name)
    {
        var property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            ?? throw new ArgumentException($"The statement names @{name}, but {type.Name} has no such property.");
        var kind = ArgumentKinds.Of(property.PropertyType) ?? throw NotStorable(name, property.PropertyType);
        var args = Expression.Parameter(typeof(object));
        var value = Expression.Convert(Expression.Property(Expression.Convert(args, type), property), typeof(object));
        Expression body = kind == ArgumentKind.Whole ? Expression.Call(typeof(ArgumentKinds), nameof(ArgumentKinds.Storable), null, value) : value;
        return new(name, kind, Expression.Lambda<Func<object, object?>>(body, args).Compile());
    }

    public static ArgumentSource Entry(IReadOnlyDictionary<string, object?> map, string name)
    {
        if (!map.TryGetValue(name, out var value)) throw new ArgumentException($"The statement names @{name}, but no such argument was given.");
        var argument = Scalar(name, value);
        return new(name, argument.Kind, _ => argument.Value);
    }

    public static Argument Scalar(string name, object? value)
    {
        if (value is null) return new(name, ArgumentKind.Unknown, null);
        var kind = ArgumentKinds.Of(value.GetType()) ?? throw NotStorable(name, value.GetType());
        return new(name, kind, ArgumentKinds.Storable(value));
    }

    private static ArgumentException NotStorable(string name, Type type) =>
        new($"@{name} is a {type.Name}, which is not stored: times are milliseconds (long), amounts fen (long or Fen), the rest is text or bytes.");
}
