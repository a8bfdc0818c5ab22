using YbPay.Storage.Columns;

namespace YbPay.Storage.Tests.Columns;

public sealed class PersonalColumnsAreSealed
{
    private static readonly byte[] First = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Second = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];

    [Fact]
    public void A_sealed_cell_opens_in_its_place()
    {
        using var cipher = new ColumnCipher(new Dictionary<int, byte[]> { [1] = First });
        var cell = cipher.Seal("persons.name", "张三");
        cell[0].ShouldBe((byte)1);
        cipher.OpenText("persons.name", cell).ShouldBe("张三");
        cipher.OpenText("persons.name", cipher.Seal("persons.name", "")).ShouldBe("");
        Should.Throw<InvalidDataException>(() => cipher.Open("persons.id_no", cell));
    }

    [Fact]
    public void The_same_value_never_looks_the_same()
    {
        using var cipher = new ColumnCipher(new Dictionary<int, byte[]> { [1] = First });
        cipher.Seal("persons.name", "张三").ShouldNotBe(cipher.Seal("persons.name", "张三"));
    }

    [Fact]
    public void Any_changed_bit_is_refused()
    {
        using var cipher = new ColumnCipher(new Dictionary<int, byte[]> { [1] = First, [2] = Second });
        var cell = cipher.Seal("persons.name", "张三");
        for (var bit = 0; bit < cell.Length * 8; bit++)
        {
            var changed = cell.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Should.Throw<InvalidDataException>(() => cipher.Open("persons.name", changed));
        }

        for (var length = 0; length < cell.Length; length++) Should.Throw<InvalidDataException>(() => cipher.Open("persons.name", cell.AsSpan(0, length)));
    }

    [Fact]
    public void After_rotation_old_cells_open_and_new_ones_use_the_new_key()
    {
        using var before = new ColumnCipher(new Dictionary<int, byte[]> { [1] = First });
        using var after = new ColumnCipher(new Dictionary<int, byte[]> { [1] = First, [2] = Second });
        var old = before.Seal("persons.name", "张三");
        after.OpenText("persons.name", old).ShouldBe("张三");
        after.IsOutdated(old).ShouldBeTrue();
        var fresh = after.Seal("persons.name", "张三");
        after.IsOutdated(fresh).ShouldBeFalse();
        Should.Throw<InvalidDataException>(() => before.Open("persons.name", fresh)).Message.ShouldContain("version 2");
        after.Index("persons.id_no", "110101199001011237").ShouldBe(before.Index("persons.id_no", "110101199001011237"));
    }

    [Fact]
    public void The_index_is_equal_for_equal_values_of_one_column_only()
    {
        using var cipher = new ColumnCipher(new Dictionary<int, byte[]> { [1] = First });
        using var other = new ColumnCipher(new Dictionary<int, byte[]> { [1] = Second });
        var index = cipher.Index("a", "value");
        index.Length.ShouldBe(64);
        cipher.Index("a", "value").ShouldBe(index);
        cipher.Index("a", "valuf").ShouldNotBe(index);
        cipher.Index("b", "value").ShouldNotBe(index);
        other.Index("a", "value").ShouldNotBe(index);
    }

    [Fact]
    public void Keys_of_a_wrong_size_or_version_are_refused()
    {
        Should.Throw<ArgumentException>(() => new ColumnCipher(new Dictionary<int, byte[]>()));
        Should.Throw<ArgumentException>(() => new ColumnCipher(new Dictionary<int, byte[]> { [0] = First }));
        Should.Throw<ArgumentException>(() => new ColumnCipher(new Dictionary<int, byte[]> { [256] = First }));
        Should.Throw<ArgumentException>(() => new ColumnCipher(new Dictionary<int, byte[]> { [1] = [1, 2] }));
    }
}
