using DigestBot.Stories;

namespace DigestBot.Tests.Stories;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("MOSCOW, December 29 (RIA Novosti) – Russian diplomats are ready", "MOSCOW", "RIA Novosti", "12-29", null)]
    [InlineData("PARIS (AP) — The minister said", "PARIS", "AP", null, null)]
    [InlineData("LONDON, Jan. 5, 2017 /PRNewswire/ -- A firm said", "LONDON", "PRNewswire", "01-05", 2017)]
    [InlineData("HEMPSTEAD, N.Y., Sept. 26 (UPI) — Candidates met", "HEMPSTEAD, N.Y.", "UPI", "09-26", null)]
    [InlineData("FLINT, Mich., Oct. 4 (UPI) — Former President", "FLINT, Mich.", "UPI", "10-04", null)]
    [InlineData("LOS ANGELES, Sept. 28 (UPI) — In a preview", "LOS ANGELES", "UPI", "09-28", null)]
    [InlineData("WASHINGTON ― Donald Trump’s obsession", "WASHINGTON", null, null, null)]
    [InlineData("WASHINGTON -- President Obama, dedicating", "WASHINGTON", null, null, null)]
    [InlineData("BRUSSELS – Ministers met", "BRUSSELS", null, null, null)]
    [InlineData("UNITED NATIONS (Reuters) - The council voted", "UNITED NATIONS", "Reuters", null, null)]
    [InlineData("NEW YORK/LONDON (Reuters) - Shares fell", "NEW YORK/LONDON", "Reuters", null, null)]
    [InlineData("BEIJING, Dec. 29 (Xinhua) -- A spokesman said", "BEIJING", "Xinhua", "12-29", null)]
    [InlineData("Dec 29 (Reuters) - Shares rose", null, "Reuters", "12-29", null)]
    [InlineData("CAIRO, 29 December 2012 (IRIN) - Aid groups", "CAIRO", "IRIN", "12-29", 2012)]
    [InlineData("GENEVA (28 February 2022) – UN experts today", "GENEVA", null, "02-28", 2022)]
    [InlineData("Geneva, 28 February 2022 – The agency warned", "Geneva", null, "02-28", 2022)]
    [InlineData("Kyiv (AFP) – Officials said", "Kyiv", "AFP", null, null)]
    [InlineData("SÃO PAULO (AP) — Police said", "SÃO PAULO", "AP", null, null)]
    [InlineData("PORT-AU-PRINCE, Haiti (AP) — The president", "PORT-AU-PRINCE, Haiti", "AP", null, null)]
    [InlineData("ST. LOUIS, Mo. — A judge ruled", "ST. LOUIS, Mo.", null, null, null)]
    [InlineData("RAMALLAH, West Bank — He said", "RAMALLAH, West Bank", null, null, null)]
    [InlineData("N’DJAMENA, Chad (AP) — Soldiers", "N’DJAMENA, Chad", "AP", null, null)]
    [InlineData("WASHINGTON, D.C. — Lawmakers", "WASHINGTON, D.C.", null, null, null)]
    [InlineData("MOSCOW. Dec 29 (Interfax) - Russia is ready", "MOSCOW", "Interfax", "12-29", null)]
    [InlineData("MOSCOW, December 29. /TASS/. Russian diplomats", "MOSCOW", "TASS", "12-29", null)]
    [InlineData("DUBAI, United Arab Emirates, Nov. 3, 2016 (GLOBE NEWSWIRE) -- A firm", "DUBAI, United Arab Emirates", "GLOBE NEWSWIRE", "11-03", 2016)]
    [InlineData("SAN FRANCISCO--(BUSINESS WIRE)--A firm said", "SAN FRANCISCO", "BUSINESS WIRE", null, null)]
    [InlineData("JERUSALEM, Sunday, Dec. 30 — “We will not go,” he said", "JERUSALEM", null, "12-30", null)]
    [InlineData("ISLAMABAD (Reuters): The prime minister", "ISLAMABAD", "Reuters", null, null)]
    [InlineData("PARIS, Feb. 29 (AFP) - It is a leap year", "PARIS", "AFP", "02-29", null)]
    [InlineData("SAN MARINO (AP) — The grand council", "SAN MARINO", "AP", null, null)]
    [InlineData("CAPE MAY, N.J., May 3 (AP) — Storms", "CAPE MAY, N.J.", "AP", "05-03", null)]
    [InlineData("MARSEILLE, France, March 3 (AFP/Reuters) – Fans", "MARSEILLE, France", "AFP/Reuters", "03-03", null)]
    [InlineData("ANKARA, 3 MARCH 2014 (Anadolu) - Turkey", "ANKARA", "Anadolu", "03-03", 2014)]
    [InlineData("TOKYO, Sept 3 (Kyodo) - Japan", "TOKYO", "Kyodo", "09-03", null)]
    [InlineData("SÃO PAULO, March 3rd – The governor", "SÃO PAULO", null, "03-03", null)]
    [InlineData("BRUSSELS, November 31, 2026 (AFP) – There is no such day", "BRUSSELS", "AFP", null, null)]
    public void Gives_place_agency_and_day_as_they_are_written(string line, string? place, string? outlet, string? day, int? year)
    {
        var dateline = Dateline.Parse(line)!;
        dateline.Should().NotBeNull();
        (dateline.Place, dateline.Outlet, dateline.Day, dateline.Published?.Year).Should().Be((place, outlet, day, year));
    }

    [Theory]
    [InlineData("“We had contacts through our embassy in Egypt,” he said.")]
    [InlineData("The Latest: Trump urges supporters to monitor polling places")]
    [InlineData("Russia – which had invited him – was silent.")]
    [InlineData("NATO — the alliance that he leads — was silent.")]
    [InlineData("BREAKING — Three people were hurt.")]
    [InlineData("UPDATE: Three people were hurt.")]
    [InlineData("Khatib to Russia: apologise first")]
    [InlineData("Moscow Reiterates Invitation to Syria Opposition Leader")]
    [InlineData("Barack Obama (D-Ill.) won the state - his first.")]
    [InlineData("President Obama (left) met him.")]
    [InlineData("December 29 (RIA Novosti)")]
    [InlineData("A storm – the third – came.")]
    [InlineData("I - We need law.")]
    [InlineData("")]
    public void Is_not_seen_where_there_is_none(string line) => Dateline.Parse(line).Should().BeNull();

    [Fact]
    public void Takes_a_missing_year_only_from_who_knows_it()
    {
        var dateline = Dateline.Parse("MOSCOW, December 29 (RIA Novosti) – Russian diplomats")!;
        dateline.Published.Should().BeNull();
        dateline.In(2012).Should().Be(new DateTimeOffset(2012, 12, 29, 0, 0, 0, TimeSpan.Zero));
        dateline.In(null).Should().BeNull();
        Dateline.Parse("PARIS, Feb. 29 (AFP) - It is a leap year")!.In(2013).Should().BeNull();
    }
}
