using System.Buffers;
using System.Runtime.InteropServices;
using YbPay.Protocol.MobilePay;

namespace YbPay.Protocol.Canonical;

/// <summary>
/// Writes an indexed JSON value canonically (ruling A.2). Depth is bounded by <see cref="JsonLimits.Depth"/>, hence recursion.
/// With <see cref="EmptyObjectStyle.Drop"/> every container that is or becomes empty goes, in arrays too, from the inside out.
/// </summary>
internal ref struct CanonicalWriter(JsonIndex index, CanonicalVariant variant, JsonLimits limits, TextBuffer output)
{
    private const int OnStack = 32;
    private readonly JsonIndex index = index;
    private readonly bool quoted = variant.Numbers == NumberStyle.Quoted;
    private readonly bool drop = variant.EmptyObjects == EmptyObjectStyle.Drop;

    public JsonProblem Problem { get; private set; }

    /// <summary>A number or boolean was written: the other number style gives another text.</summary>
    public bool HasLiterals { get; private set; }

    /// <summary>An empty container was written: dropping gives another text.</summary>
    public bool HasEmpties { get; private set; }

    /// <summary>False when nothing was written because the value is or became empty, or when there is a <see cref="Problem"/>.</summary>
    public bool Write(int at)
    {
        ref readonly var node = ref index[at];
        switch (node.Kind)
        {
            case JsonKind.Object: return WriteContainer(at, '{', '}');
            case JsonKind.Array: return WriteContainer(at, '[', ']');
            case JsonKind.Text:
                CanonicalText.Append(output, index.Text(at));
                return true;
            case JsonKind.Null:
                output.Append("null"u8);
                return true;
            default:
                return WriteLiteral(at);
        }
    }

    private bool WriteLiteral(int at)
    {
        HasLiterals = true;
        var text = index.Text(at);
        if (index[at].Kind == JsonKind.Number)
        {
            if (text.ContainsAny((byte)'e', (byte)'E')) return Refuse(JsonFault.Exponent, at);
            if (text.Length > limits.NumberLength) return Refuse(JsonFault.NumberTooLong, at);
        }

        if (quoted) CanonicalText.AppendQuoted(output, text);
        else output.Append(text);
        return true;
    }

    private bool WriteContainer(int at, char open, char close)
    {
        var start = output.Length;
        output.Append((byte)open);
        var any = index[at].Kind == JsonKind.Object ? WriteMembers(at) : WriteElements(at);
        if (!Problem.IsNone) return false;
        HasEmpties |= !any;
        if (!any && drop)
        {
            output.CutBackTo(start);
            return false;
        }

        output.Append((byte)close);
        return true;
    }

    private bool WriteElements(int array)
    {
        var any = false;
        var end = index[array].Next;
        for (var element = array + 1; element < end; element = index[element].Next)
        {
            if (index[element].IsNothing && index[element].Kind != JsonKind.Array) return Refuse(JsonFault.EmptyInArray, element);
            var start = output.Length;
            if (any) output.Append((byte)',');
            if (Write(element)) any = true;
            else if (Problem.IsNone) output.CutBackTo(start);
            else return false;
        }

        return any;
    }

    private bool WriteMembers(int at)
    {
        var count = index[at].Length;
        if (count == 0) return false;
        if (count <= OnStack)
        {
            Span<ulong> prefixes = stackalloc ulong[OnStack];
            Span<int> members = stackalloc int[OnStack];
            return WriteMembers(at, prefixes[..count], members[..count]);
        }

        var rentedPrefixes = ArrayPool<ulong>.Shared.Rent(count);
        var rentedMembers = ArrayPool<int>.Shared.Rent(count);
        var any = WriteMembers(at, rentedPrefixes.AsSpan(0, count), rentedMembers.AsSpan(0, count));
        ArrayPool<ulong>.Shared.Return(rentedPrefixes);
        ArrayPool<int>.Shared.Return(rentedMembers);
        return any;
    }

    private bool WriteMembers(int at, scoped Span<ulong> prefixes, scoped Span<int> members)
    {
        if (Sort(at, prefixes, members) is var twice and >= 0) return Refuse(JsonFault.DuplicateName, twice);
        var any = false;
        foreach (var member in members)
        {
            if (index[member].IsNothing) continue;
            var start = output.Length;
            if (any) output.Append((byte)',');
            CanonicalText.Append(output, index.Name(member));
            output.Append((byte)':');
            if (Write(member)) any = true;
            else if (Problem.IsNone) output.CutBackTo(start);
            else return false;
        }

        return any;
    }

    /// <summary>Puts the members in order; gives a member whose name was there before, or -1.</summary>
    private readonly int Sort(int at, scoped Span<ulong> prefixes, scoped Span<int> members)
    {
        var sorted = true;
        var child = at + 1;
        for (var i = 0; i < members.Length; i++, child = index[child].Next)
        {
            members[i] = child;
            prefixes[i] = MemberOrder.Prefix(index.Name(child));
            sorted &= i == 0 || prefixes[i - 1] < prefixes[i];
        }

        if (sorted) return -1;
        prefixes.Sort(members);
        for (var from = 0; from < members.Length;)
        {
            var to = from + 1;
            while (to < members.Length && prefixes[to] == prefixes[from]) to++;
            if (to - from > 1 && SortTies(members[from..to]) is var twice and >= 0) return twice;
            from = to;
        }

        return -1;
    }

    private readonly int SortTies(scoped Span<int> ties)
    {
        // Few names share eight bytes; those that do are moved into place. A hostile object could hold many: then a real sort.
        if (ties.Length > 16) return SortManyTies(ties);
        for (var i = 1; i < ties.Length; i++)
        {
            var moving = ties[i];
            var to = i;
            for (; to > 0; to--)
            {
                var order = MemberOrder.Compare(index.Name(ties[to - 1]), index.Name(moving));
                if (order == 0) return Math.Max(moving, ties[to - 1]);
                if (order < 0) break;
                ties[to] = ties[to - 1];
            }

            ties[to] = moving;
        }

        return -1;
    }

    private readonly int SortManyTies(scoped Span<int> ties)
    {
        var names = new byte[ties.Length][];
        for (var i = 0; i < ties.Length; i++) names[i] = index.Name(ties[i]).ToArray();
        names.AsSpan().Sort(ties, (left, right) => MemberOrder.Compare(left, right));
        for (var i = 1; i < names.Length; i++)
            if (names[i].AsSpan().SequenceEqual(names[i - 1])) return Math.Max(ties[i], ties[i - 1]);
        return -1;
    }

    private bool Refuse(JsonFault fault, int at)
    {
        Problem = new JsonProblem(fault, JsonPath.Of(index, at));
        return false;
    }
}
