using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>The image folder after a crash, and in wrong hands.</summary>
public sealed class ImagesSurvive
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_a_crash_left_goes_to_its_place_or_away_and_what_is_being_received_is_left_alone(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        var content = Images.Png(text: "page");
        (await claim.SendImageAsync(content)).RtCode.ShouldBe("0000");
        var kept = await FileAsync(host, "3044");
        var incoming = Path.Combine(host.ImageFolder, "incoming");
        var (unmoved, orphan, held) = (Path.Combine(incoming, Path.GetFileName(kept)), Path.Combine(incoming, new string('a', 32)), Path.Combine(incoming, new string('b', 32)));
        File.Move(kept, unmoved); // committed, and dead before the move
        await File.WriteAllBytesAsync(orphan, [1, 2, 3]); // dead before the commit
        await using var receiving = new FileStream(held, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
        (await ImagesAreLookedAt.ShowAsync(host, claim.CaseId, content)).Content.ShouldBe(content);

        await using var next = await host.StartAnotherAsync();
        (File.Exists(kept), File.Exists(unmoved), File.Exists(orphan), File.Exists(held)).ShouldBe((true, false, false, true));
        (await ImagesAreLookedAt.ShowAsync(next, claim.CaseId, content)).Content.ShouldBe(content);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_file_that_was_changed_cut_or_swapped_is_shown_to_nobody(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        var (content, other) = (Images.PngOf(100_000, "one"), Images.PngOf(100_000, "two"));
        (await claim.SendImageAsync(content, imageType: "3044")).RtCode.ShouldBe("0000");
        (await claim.SendImageAsync(other, imageType: "3032")).RtCode.ShouldBe("0000");
        var (path, otherPath) = (await FileAsync(host, "3044"), await FileAsync(host, "3032"));
        var (whole, another) = (await File.ReadAllBytesAsync(path), await File.ReadAllBytesAsync(otherPath));
        var chunk = (32 * 1024) + 28;
        foreach (var wrong in (byte[][])
        [
            Flipped(whole, 0), Flipped(whole, 7), Flipped(whole, 10), Flipped(whole, 30), Flipped(whole, whole.Length - 1), whole[..^1], whole[..(24 + chunk)], whole[..24], whole[..10],
            another, [.. whole[..24], .. another[24..]], [.. whole[..24], .. whole[(24 + chunk)..(24 + (2 * chunk))], .. whole[24..(24 + chunk)], .. whole[(24 + (2 * chunk))..]],
        ])
        {
            await File.WriteAllBytesAsync(path, wrong);
            await Should.ThrowAsync<HttpRequestException>(() => ImagesAreLookedAt.ShowAsync(host, claim.CaseId, content));
        }

        await File.WriteAllBytesAsync(path, whole);
        (await ImagesAreLookedAt.ShowAsync(host, claim.CaseId, content)).Content.ShouldBe(content);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_folder_that_cannot_be_written_refuses_the_image_and_names_no_case(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        await claim.HasBeenToldAsync("letter");
        var incoming = Path.Combine(host.ImageFolder, "incoming");
        Directory.Delete(incoming);
        await File.WriteAllTextAsync(incoming, "in the way");
        (await claim.SendImageAsync(Images.Png())).RtCode.ShouldBe("9999");
        (await host.NumberAsync("SELECT COUNT(*) FROM case_images")).ShouldBe(1);
        File.Delete(incoming);
        (await claim.SendImageAsync(Images.Png())).RtCode.ShouldBe("0000");
    }

    private static byte[] Flipped(byte[] file, int at)
    {
        var flipped = file.ToArray();
        flipped[at] ^= 1;
        return flipped;
    }

    private static async Task<string> FileAsync(HuiminHost host, string imageType)
    {
        var fileId = await host.Database.ReadAsync(session => session.FirstOrDefaultAsync<string>("SELECT file_id FROM case_images WHERE image_type = @imageType", new { imageType }));
        return Path.Combine(host.ImageFolder, fileId![..2], fileId);
    }
}
