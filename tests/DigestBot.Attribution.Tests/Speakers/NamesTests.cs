namespace DigestBot.Attribution.Tests.Speakers;

/// <summary>Names taken apart, mistyped, abbreviated.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Russian Foreign Minister Sergei Lavrov", "Russian Foreign Minister", "Sergei", "Lavrov", "")]
    [InlineData("Mr. Khatib", "Mr.", "", "Khatib", "")]
    [InlineData("Sen. Ted Cruz (R-TX)", "Sen.", "Ted", "Cruz", "")]
    [InlineData("Martin Luther King, Jr.", "", "Martin Luther", "King", "Jr.")]
    [InlineData("Ban Ki-moon", "", "Ki-moon", "Ban", "")]
    [InlineData("Orbán Viktor", "", "Viktor", "Orbán", "")]
    [InlineData("Viktor Orbán", "", "Viktor", "Orbán", "")]
    [InlineData("Ursula von der Leyen", "", "Ursula", "von der Leyen", "")]
    [InlineData("Gabriel García Márquez", "", "Gabriel", "García Márquez", "")]
    [InlineData("Mohammed bin Salman", "", "Mohammed", "bin Salman", "")]
    [InlineData("Pope Francis", "Pope", "Francis", "", "")]
    [InlineData("the late Syrian dissident Yassin al-Haj Saleh", "the late Syrian dissident", "Yassin al-Haj", "Saleh", "")]
    [InlineData("Tip O'Neill's", "", "Tip", "O'Neill", "")]
    [InlineData("the foreign minister", "the foreign minister", "", "", "")]
    [InlineData("", "", "", "", "")]
    public void A_name_is_taken_apart(string phrase, string title, string given, string surname, string suffix)
    {
        var name = PersonName.Parse(phrase);
        (name.Title, name.Given, name.Surname, name.Suffix).Should().Be((title, given, surname, suffix));
    }

    [Theory]
    [InlineData("Mrs. Clinton", Gender.Female)]
    [InlineData("spokeswoman Hua", Gender.Female)]
    [InlineData("Sergei Lavrov", Gender.Male)]
    [InlineData("Robin Smith", Gender.Unknown)]
    [InlineData("King Abdullah", Gender.Male)]
    public void Title_and_given_name_show_the_gender(string phrase, Gender gender) => PersonName.Parse(phrase).Gender.Should().Be(gender);

    [Theory]
    [InlineData("Katib", "Moaz al-Khatib", NameMatch.Compatible)]
    [InlineData("Lavorv", "Sergei Lavrov", NameMatch.Compatible)]
    [InlineData("Zelenksy", "Volodymyr Zelensky", NameMatch.Compatible)]
    [InlineData("Osama", "Barack Obama", NameMatch.Different)]
    [InlineData("Bush", "Jack Rush", NameMatch.Different)]
    [InlineData("Li", "Lu Xun", NameMatch.Different)]
    public void A_typing_error_is_forgiven_in_questions_only(string asked, string name, NameMatch match)
    {
        Names.CompareMistyped(asked, name).Should().Be(match);
        Names.Compare(asked, name).Should().Be(NameMatch.Different);
    }

    [Theory]
    [InlineData("UN", "United Nations", NameMatch.Same)]
    [InlineData("the U.N.", "the United Nations", NameMatch.Same)]
    [InlineData("DoD", "Department of Defense", NameMatch.Same)]
    [InlineData("Apple", "Apple Inc.", NameMatch.Same)]
    [InlineData("Moscow", "the Kremlin", NameMatch.Same)]
    [InlineData("Moscow", "Russia", NameMatch.Same)]
    [InlineData("National Coalition", "National Coalition of Syrian Revolutionary and Opposition Forces", NameMatch.Compatible)]
    [InlineData("Foreign Ministry", "Russian Foreign Ministry", NameMatch.Compatible)]
    [InlineData("Labour Party", "Conservative Party", NameMatch.Different)]
    [InlineData("EU", "United Nations", NameMatch.Different)]
    [InlineData("Moscow", "Kyiv", NameMatch.Different)]
    public void Bodies_are_compared_by_words_and_initials(string one, string other, NameMatch match)
    {
        BodyNames.Compare(one, other).Should().Be(match);
        BodyNames.Compare(other, one).Should().Be(match);
    }

    [Fact]
    public void An_acronym_in_brackets_may_turn_the_order_of_its_letters() =>
        BodyNames.IsBracketedAcronymOf("SNCROF", "National Coalition of Syrian Revolutionary and Opposition Forces").Should().BeTrue();

    [Fact]
    public void Any_text_can_be_compared_with_any_other() =>
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.String), (one, other) =>
            Names.Compare(one, other) == Names.Compare(other, one) && BodyNames.Compare(one, other) == BodyNames.Compare(other, one));
}
