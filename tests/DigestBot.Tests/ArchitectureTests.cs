using System.Text.RegularExpressions;
using DigestBot.Storage;
using NetArchTest.Rules;

namespace DigestBot.Tests;

public sealed class ArchitectureTests
{
    /// <summary>The one way the data flows; a room knows those before it, never those behind it.</summary>
    private static readonly string[] _way =
    [
        "DigestBot.Stories", "DigestBot.Storage", "DigestBot.Answers", "DigestBot.Digests", "DigestBot.LanguageModels", "DigestBot.Chat", "DigestBot.Web", "DigestBot.Terminal",
    ];

    /// <summary>What may look back against the way, and why.</summary>
    private static readonly Dictionary<string, string[]> _exceptions = new()
    {
        // Stories end in the store: the ingester and the folder write there.
        ["DigestBot.Stories"] = ["DigestBot.Storage"],
    };

    public static TheoryData<string, string> Backwards()
    {
        TheoryData<string, string> pairs = [];
        for (var from = 0; from < _way.Length; from++)
        {
            for (var to = from + 1; to < _way.Length; to++)
            {
                if (!_exceptions.GetValueOrDefault(_way[from], []).Contains(_way[to]))
                {
                    pairs.Add(_way[from], _way[to]);
                }
            }
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Backwards))]
    public void A_room_does_not_know_the_rooms_behind_it(string room, string behind) =>
        Types.InAssembly(typeof(Store).Assembly).That().ResideInNamespace(room)
            .Should().NotHaveDependencyOn(behind).GetResult()
            .FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void Attribution_stands_alone() =>
        typeof(Attribution.StatementExtractor).Assembly.GetReferencedAssemblies()
            .Should().OnlyContain(a => a.Name!.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Discord", "Slack")]
    [InlineData("Slack", "Discord")]
    public void The_platforms_do_not_know_each_other(string one, string other) =>
        Types.InAssembly(typeof(Store).Assembly).That().ResideInNamespace($"DigestBot.Chat.{one}")
            .Should().NotHaveDependencyOn($"DigestBot.Chat.{other}").GetResult()
            .FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Sources().Where(f => File.ReadAllLines(f).Length > 400).Select(Path.GetFileName).Should().BeEmpty();

    [Fact]
    public void Folders_are_named_for_their_job() =>
        Sources().Select(f => Path.GetRelativePath(Repository.Root, f)).Where(f => Regex.IsMatch(f, "/(Services|Models|Interfaces|Helpers|Common|Extensions|Managers|Utils?)/", RegexOptions.IgnoreCase))
            .Should().BeEmpty();

    [Fact]
    public void Constructors_take_at_most_five_parameters() =>
        typeof(Store).Assembly.GetTypes().Where(t => !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false))
            .SelectMany(t => t.GetConstructors().Where(c => c.GetParameters().Length > 5).Select(_ => t.FullName))
            .Where(n => n!.StartsWith("DigestBot.", StringComparison.Ordinal) && !IsPositionalRecord(n))
            .Should().BeEmpty();

    private static bool IsPositionalRecord(string name) =>
        typeof(Store).Assembly.GetType(name)!.GetMethod("<Clone>$") is not null;

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));
}
