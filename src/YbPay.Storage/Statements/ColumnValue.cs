using System.Data.Common;
using System.Linq.Expressions;
using YbPay.Engine.Money;

namespace YbPay.Storage.Statements;

/// <summary>One column of the current row as a .NET value; narrowing is checked, NULL where none may stand throws.</summary>
internal static class ColumnValue
{
    public static bool IsKnown(Type type) => ArgumentKinds.Of(type) is ArgumentKind.Whole or ArgumentKind.Text or ArgumentKind.Bytes;

    public static Expression At(ParameterExpression row, int column, Type type, bool mayBeNull)
    {
        if (!IsKnown(type)) throw new InvalidOperationException($"A column cannot be read as {type.Name}: times are milliseconds (long), amounts fen (long or Fen), the rest is text or bytes.");
        var index = Expression.Constant(column);
        var value = Value(row, index, Nullable.GetUnderlyingType(type) ?? type);
        if (value.Type != type) value = Expression.Convert(value, type);
        return mayBeNull
            ? Expression.Condition(Expression.Call(row, nameof(DbDataReader.IsDBNull), null, index), Expression.Default(type), value)
            : value;
    }

    private static Expression Value(ParameterExpression row, ConstantExpression index, Type type)
    {
        if (type == typeof(string)) return Expression.Call(row, nameof(DbDataReader.GetString), null, index);
        if (type == typeof(byte[])) return Expression.Call(row, nameof(DbDataReader.GetFieldValue), [typeof(byte[])], index);

        var number = Expression.Call(row, nameof(DbDataReader.GetInt64), null, index);
        if (type == typeof(long)) return number;
        if (type == typeof(bool)) return Expression.NotEqual(number, Expression.Constant(0L));
        if (type == typeof(Fen)) return Expression.New(typeof(Fen).GetConstructor([typeof(long)])!, number);
        return type.IsEnum
            ? Expression.Convert(Expression.ConvertChecked(number, Enum.GetUnderlyingType(type)), type)
            : Expression.ConvertChecked(number, type);
    }
}
