namespace Kayan.Bot.Storage;

/// <summary>The databases that the service works on.</summary>
internal enum StorageProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
