namespace DigestBot.Attribution;

/// <summary>What a speaker does by saying it: Searle's classes (1976), refined to what readers of news ask about.</summary>
public enum SpeechAct
{
    /// <summary>Assertive, and what remains where nothing more special holds: said, told, added, according to.</summary>
    Says,

    /// <summary>Directive: demands, calls for, urges, insists that somebody do, wants an apology.</summary>
    Demands,

    /// <summary>Directive that seeks an answer: asks, wonders, questions whether.</summary>
    Asks,

    /// <summary>Turns down what was offered, asked or proposed; refuses to answer.</summary>
    Rejects,

    /// <summary>Says that something is not so.</summary>
    Denies,

    /// <summary>Commissive on a condition of the other's choice: offers, proposes, invites, is ready to.</summary>
    Offers,

    /// <summary>Commissive: promises, vows, pledges, will do.</summary>
    Promises,

    /// <summary>Takes up what was offered, asked or proposed; agrees; admits what was charged.</summary>
    Accepts,

    /// <summary>Foretells a harm: warns, threatens.</summary>
    Warns,

    /// <summary>Expressive against somebody: accuses, blames, condemns, criticises.</summary>
    Accuses,

    /// <summary>Expressive for somebody: praises, thanks, welcomes, congratulates.</summary>
    Praises,

    /// <summary>Expressive of the speaker's own fault or sorrow: apologises, regrets.</summary>
    Apologises,

    /// <summary>Assertive about the future: expects, predicts, hopes, fears.</summary>
    Expects,

    /// <summary>Assertive of an attitude: thinks, believes, considers, doubts.</summary>
    Thinks,

    /// <summary>Declarative: announces, declares, rules, orders, decides.</summary>
    Announces,
}
