using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kayan.Bot.Storage.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SeveralDatabases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: the key changes, and a rebuild by Entity Framework says so on the console.
            migrationBuilder.Sql(
                """
                CREATE TABLE "NewInboxMessages" (
                    "MessageId" INTEGER NOT NULL CONSTRAINT "PK_InboxMessages" PRIMARY KEY,
                    "Source" TEXT NOT NULL,
                    "ExternalId" TEXT NOT NULL,
                    "ConversationId" INTEGER NOT NULL,
                    "ReceivedAt" INTEGER NOT NULL,
                    "HandledAt" INTEGER NULL,
                    "Attempts" INTEGER NOT NULL,
                    "RetryAt" INTEGER NULL,
                    "TraceParent" TEXT NULL,
                    CONSTRAINT "FK_InboxMessages_Conversations_ConversationId" FOREIGN KEY ("ConversationId") REFERENCES "Conversations" ("Id") ON DELETE RESTRICT,
                    CONSTRAINT "FK_InboxMessages_Messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "Messages" ("Id") ON DELETE RESTRICT
                );
                INSERT INTO "NewInboxMessages" ("MessageId", "Source", "ExternalId", "ConversationId", "ReceivedAt", "HandledAt", "Attempts", "RetryAt")
                    SELECT "MessageId", "Source", "ExternalId", "ConversationId", "ReceivedAt", "HandledAt", "Attempts", "RetryAt" FROM "InboxMessages";
                DROP TABLE "InboxMessages";
                ALTER TABLE "NewInboxMessages" RENAME TO "InboxMessages";
                CREATE UNIQUE INDEX "IX_InboxMessages_Source_ExternalId" ON "InboxMessages" ("Source", "ExternalId");
                """);

            migrationBuilder.RenameColumn(
                name: "To",
                table: "OutboxMessages",
                newName: "Recipient");

            migrationBuilder.AddColumn<string>(
                name: "TraceParent",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 55,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeedNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Node = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conversations = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedNotes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InboxMessages_Unhandled",
                table: "InboxMessages",
                columns: new[] { "ConversationId", "MessageId" },
                filter: "HandledAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FeedNotes_At",
                table: "FeedNotes",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "FeedNotes");

            migrationBuilder.DropPrimaryKey(
                name: "PK_InboxMessages",
                table: "InboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_InboxMessages_Unhandled",
                table: "InboxMessages");

            migrationBuilder.DropColumn(
                name: "TraceParent",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "TraceParent",
                table: "InboxMessages");

            migrationBuilder.RenameColumn(
                name: "Recipient",
                table: "OutboxMessages",
                newName: "To");

            migrationBuilder.AddColumn<long>(
                name: "Id",
                table: "InboxMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Sqlite:Autoincrement", true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_InboxMessages",
                table: "InboxMessages",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_InboxMessages_MessageId",
                table: "InboxMessages",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_InboxMessages_Unhandled",
                table: "InboxMessages",
                columns: new[] { "ConversationId", "Id" },
                filter: "HandledAt IS NULL");
        }
    }
}
