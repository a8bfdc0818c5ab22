using System.Globalization;
using System.Text;

namespace YbPay.Protocol.Canonical;

/// <summary>Says where a value stands, as in <c>feedetailList[3].cnt</c>. Only needed when something is wrong.</summary>
internal static class JsonPath
{
    public const string Root = "(root)";

    public static string Of(scoped in JsonIndex index, int at)
    {
        if (at < 0) return Root;
        var steps = new Stack<string>();
        for (; index[at].Parent >= 0; at = index[at].Parent)
        {
            var parent = index[at].Parent;
            steps.Push(index[parent].Kind == JsonKind.Array
                ? string.Create(CultureInfo.InvariantCulture, $"[{Position(index, parent, at)}]")
                : Encoding.UTF8.GetString(index.Name(at)));
        }

        return steps.Count == 0 ? Root : string.Concat(steps.Select((step, i) => i == 0 || step.StartsWith('[') ? step : "." + step));
    }

    private static int Position(scoped in JsonIndex index, int array, int at)
    {
        var position = 0;
        for (var child = array + 1; child < at; child = index[child].Next) position++;
        return position;
    }
}
