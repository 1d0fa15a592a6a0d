using DigestBot.Stories;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Stories;

public sealed class FolderLookTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly FolderLook _look;

    public FolderLookTests() => _look = new FolderLook(_folder.Path, new FakeTimeProvider(_now));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finds_old_files_ready_at_the_first_look_and_new_ones_at_the_second()
    {
        Write("old.txt", "x", _now.AddMinutes(-1));
        Write("new.txt", "x", _now);
        _look.Ready().Should().Equal(_folder.File("old.txt"));
        _look.IsWaiting.Should().BeTrue();
        _look.Ready().Should().Equal(_folder.File("new.txt"), _folder.File("old.txt"));
        _look.IsWaiting.Should().BeFalse();
    }

    [Fact]
    public void Waits_until_a_file_has_stood_still_from_one_look_to_the_next()
    {
        _look.Ready();
        for (var i = 1; i < 5; i++)
        {
            Write("slow.txt", new string('x', i), _now.AddSeconds(i));
            _look.Ready().Should().BeEmpty($"it has grown {i} times");
        }
        _look.Ready().Should().Equal(_folder.File("slow.txt"));
    }

    [Fact]
    public void Waits_while_a_program_has_the_file_open_for_writing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "this system does not tell who writes");
        using (FileStream writer = new(_folder.File("slow.txt"), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Write("half"u8);
            writer.Flush();
            _look.Ready();
            _look.Ready().Should().BeEmpty();
        }
        _look.Ready();
        _look.Ready().Should().Equal(_folder.File("slow.txt"));
    }

    [Fact]
    public void Finds_a_file_again_only_when_it_is_changed_or_made_anew()
    {
        Write("a.txt", "x", _now.AddMinutes(-1));
        _look.Ready().Should().ContainSingle();
        _look.Ready().Should().ContainSingle("nobody has dealt with it");
        _look.Done(_folder.File("a.txt"));
        _look.Ready().Should().BeEmpty();
        Write("a.txt", "xy", _now);
        _look.Ready();
        _look.Ready().Should().ContainSingle("it was changed");
        _look.Done(_folder.File("a.txt"));
        File.Delete(_folder.File("a.txt"));
        _look.Ready().Should().BeEmpty();
        Write("a.txt", "xy", _now);
        _look.Ready();
        _look.Ready().Should().ContainSingle("it was made anew");
    }

    [Fact]
    public void Looks_into_folders_and_passes_over_hidden_and_unfinished_files_and_circles()
    {
        foreach (var name in (string[])["a.txt", "sub/b.txt", ".git/c.txt", ".d.txt", "~e.txt", "f.txt~", "g.txt.part", "h.tmp", "#i.txt#"])
        {
            Write(name, "x", _now.AddMinutes(-1));
        }

        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(_folder.File("sub/circle"), _folder.Path);
        }

        _look.Ready().Should().Equal(_folder.File("a.txt"), _folder.File("sub/b.txt"));
    }

    private void Write(string name, string text, DateTimeOffset written)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
        File.SetLastWriteTimeUtc(_folder.File(name), written.UtcDateTime);
    }
}
