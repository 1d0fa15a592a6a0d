using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Web;

namespace DigestBot.Tests.Web;

/// <summary>Contrast by WCAG 2.2: 4.5 for words (1.4.3), 3 for what only marks something (1.4.11), in both schemes.</summary>
public sealed partial class PaletteTests
{
    public static TheoryData<string> Schemes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Words_stand_out_from_their_ground(string scheme)
    {
        var colours = Palette(scheme);
        List<(string, string)> pairs =
        [
            ("ink", "paper"), ("ink", "card"), ("ink", "cited"), ("ink", "notice"), ("soft", "paper"), ("soft", "card"), ("accent", "paper"), ("accent", "card"), ("on-accent", "accent"),
            .. Enumerable.Range(1, StorySpeaker.Colours).SelectMany(n => ((string, string)[])[("ink", $"ground{n}"), ("paper", $"line{n}")]),
        ];
        pairs.Where(p => Contrast(colours[p.Item1], colours[p.Item2]) < 4.5).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Lines_and_edges_stand_out_from_their_ground(string scheme)
    {
        var colours = Palette(scheme);
        List<(string, string)> pairs =
        [
            ("edge", "paper"), ("edge", "card"), ("accent", "paper"),
            .. Enumerable.Range(1, StorySpeaker.Colours).SelectMany(n => ((string, string)[])[($"line{n}", "paper"), ($"line{n}", $"ground{n}"), ($"line{n}", "cited")]),
        ];
        pairs.Where(p => Contrast(colours[p.Item1], colours[p.Item2]) < 3).Should().BeEmpty();
    }

    [Fact]
    public void Knows_black_on_white() => Contrast("#000000", "#ffffff").Should().Be(21);

    private static Dictionary<string, string> Palette(string scheme)
    {
        using StreamReader reader = new(typeof(StorySpeaker).Assembly.GetManifestResourceStream("DigestBot.Web.site.css")!);
        string[] roots = [.. Root().Matches(reader.ReadToEnd()).Select(m => m.Groups[1].Value)];
        return Colour().Matches(roots[scheme == "light" ? 0 : 1]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        double[] light = [.. new[] { Luminance(one), Luminance(other) }.Order()];
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex(@":root\s*\{([^}]*)\}")]
    private static partial Regex Root();

    [GeneratedRegex("--([a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
