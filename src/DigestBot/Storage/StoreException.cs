namespace DigestBot.Storage;

/// <summary>The archive cannot be opened or read; the message says what to do, in words for the operator.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
