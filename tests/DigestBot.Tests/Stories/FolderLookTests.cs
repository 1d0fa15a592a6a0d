using DigestBot.Stories;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Stories;

public sealed class FolderLookTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly FolderLook look;

    public FolderLookTests() => look = new FolderLook(folder.Path, new FakeTimeProvider(Now));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Finds_old_files_ready_at_the_first_look_and_new_ones_at_the_second()
    {
        Write("old.txt", "x", Now.AddMinutes(-1));
        Write("new.txt", "x", Now);
        look.Ready().Should().Equal(folder.File("old.txt"));
        look.IsWaiting.Should().BeTrue();
        look.Ready().Should().Equal(folder.File("new.txt"), folder.File("old.txt"));
        look.IsWaiting.Should().BeFalse();
    }

    [Fact]
    public void Waits_until_a_file_has_stood_still_from_one_look_to_the_next()
    {
        look.Ready();
        for (int i = 1; i < 5; i++)
        {
            Write("slow.txt", new string('x', i), Now.AddSeconds(i));
            look.Ready().Should().BeEmpty($"it has grown {i} times");
        }
        look.Ready().Should().Equal(folder.File("slow.txt"));
    }

    [Fact]
    public void Waits_while_a_program_has_the_file_open_for_writing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "this system does not tell who writes");
        using (FileStream writer = new(folder.File("slow.txt"), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Write("half"u8);
            writer.Flush();
            look.Ready();
            look.Ready().Should().BeEmpty();
        }
        look.Ready();
        look.Ready().Should().Equal(folder.File("slow.txt"));
    }

    [Fact]
    public void Finds_a_file_again_only_when_it_is_changed_or_made_anew()
    {
        Write("a.txt", "x", Now.AddMinutes(-1));
        look.Ready().Should().ContainSingle();
        look.Ready().Should().ContainSingle("nobody has dealt with it");
        look.Done(folder.File("a.txt"));
        look.Ready().Should().BeEmpty();
        Write("a.txt", "xy", Now);
        look.Ready();
        look.Ready().Should().ContainSingle("it was changed");
        look.Done(folder.File("a.txt"));
        File.Delete(folder.File("a.txt"));
        look.Ready().Should().BeEmpty();
        Write("a.txt", "xy", Now);
        look.Ready();
        look.Ready().Should().ContainSingle("it was made anew");
    }

    [Fact]
    public void Looks_into_folders_and_passes_over_hidden_and_unfinished_files_and_circles()
    {
        foreach (string name in (string[])["a.txt", "sub/b.txt", ".git/c.txt", ".d.txt", "~e.txt", "f.txt~", "g.txt.part", "h.tmp", "#i.txt#"])
            Write(name, "x", Now.AddMinutes(-1));
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(folder.File("sub/circle"), folder.Path);
        look.Ready().Should().Equal(folder.File("a.txt"), folder.File("sub/b.txt"));
    }

    private void Write(string name, string text, DateTimeOffset written)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), text);
        File.SetLastWriteTimeUtc(folder.File(name), written.UtcDateTime);
    }
}
