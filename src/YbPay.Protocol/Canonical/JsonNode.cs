using System.Runtime.InteropServices;

namespace YbPay.Protocol.Canonical;

internal enum NodeKind : byte
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

/// <summary>
/// One JSON value as positions in its source. Nodes lie in document order, so a container's members follow it and
/// <see cref="Next"/> jumps over a whole subtree.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct JsonNode
{
    public NodeKind Kind;

    /// <summary>The name had escapes: its position is in the decoded text, not in the source.</summary>
    public bool NameDecoded;

    /// <summary>The text had escapes: its position is in the decoded text, not in the source.</summary>
    public bool ValueDecoded;

    public int NameStart;
    public int NameLength;
    public int Start;

    /// <summary>Bytes of a scalar (texts without their quotes); members of a container.</summary>
    public int Length;

    /// <summary>Containers only: the source position behind the closing bracket.</summary>
    public int End;

    /// <summary>The first node behind this one's subtree.</summary>
    public int Next;

    /// <summary>-1 for the root.</summary>
    public int Parent;

    public readonly bool IsContainer => Kind is NodeKind.Object or NodeKind.Array;

    /// <summary><c>null</c>, <c>""</c> and <c>[]</c> do not take part in a signature (ruling A.2).</summary>
    public readonly bool IsNothing => Kind == NodeKind.Null || (Length == 0 && Kind is NodeKind.Text or NodeKind.Array);
}
