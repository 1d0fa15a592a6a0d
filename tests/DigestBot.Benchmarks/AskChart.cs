using System.Globalization;
using System.Text;

namespace DigestBot.Benchmarks;

/// <summary>Draws what answering costs against the archive's size, both axes logarithmic, as a small SVG.</summary>
internal static class AskChart
{
    private const double Left = 60;
    private const double Right = 470;
    private const double Top = 30;
    private const double Bottom = 250;
    private const double Quickest = 0.5;
    private const double Slowest = 100;

    /// <summary>The drawing for costs in order of size.</summary>
    public static string Draw(IReadOnlyList<AskCost> costs)
    {
        StringBuilder svg = new();
        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        double X(double statements) => Left + ((Right - Left) * (Math.Log10(statements / costs[0].Statements) / Math.Log10((double)costs[^1].Statements / costs[0].Statements)));
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 300\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"560\" height=\"300\" fill=\"white\"/>");
        foreach (var milliseconds in (double[])[1, 5, 10, 30, 100])
        {
            Add($"<line x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(milliseconds):F1}\" y2=\"{Y(milliseconds):F1}\" stroke=\"#ddd\"/>");
            Add($"<text x=\"{Left - 8}\" y=\"{Y(milliseconds) + 4:F1}\" text-anchor=\"end\">{milliseconds} ms</text>");
        }
        foreach (var cost in costs)
        {
            Add($"<text x=\"{X(cost.Statements):F1}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{cost.Statements:N0}</text>");
        }

        Add($"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 40}\" text-anchor=\"middle\">statements in the archive</text>");
        Line("p99", "#b33", c => c.Slowest);
        Line("p50", "#236", c => c.Median);
        Add($"</svg>");
        return svg.ToString();

        void Line(string name, string colour, Func<AskCost, double> cost)
        {
            var points = string.Join(' ', costs.Select(c => string.Create(CultureInfo.InvariantCulture, $"{X(c.Statements):F1},{Y(cost(c)):F1}")));
            Add($"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            foreach (var c in costs)
            {
                Add($"<circle cx=\"{X(c.Statements):F1}\" cy=\"{Y(cost(c)):F1}\" r=\"3\" fill=\"{colour}\"/>");
                Add($"<text x=\"{X(c.Statements):F1}\" y=\"{Y(cost(c)) - 8:F1}\" text-anchor=\"middle\" fill=\"{colour}\">{cost(c):F1}</text>");
            }
            Add($"<text x=\"{Right + 22}\" y=\"{Y(cost(costs[^1])) + 4:F1}\" fill=\"{colour}\">{name}</text>");
        }
    }

    private static double Y(double milliseconds) =>
        Bottom - ((Bottom - Top) * (Math.Log10(Math.Clamp(milliseconds, Quickest, Slowest) / Quickest) / Math.Log10(Slowest / Quickest)));
}
