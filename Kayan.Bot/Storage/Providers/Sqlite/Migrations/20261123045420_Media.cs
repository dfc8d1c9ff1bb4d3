using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kayan.Bot.Storage.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Media : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Phone",
                table: "Addresses",
                newName: "Value");

            migrationBuilder.RenameIndex(
                name: "IX_Addresses_Phone",
                table: "Addresses",
                newName: "IX_Addresses_Value");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Files",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "Files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Files",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Files",
                type: "TEXT",
                maxLength: 2048,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Files",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Stored");

            migrationBuilder.AddColumn<string>(
                name: "ExternalUserId",
                table: "Conversations",
                type: "TEXT",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Addresses",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Phone");

            migrationBuilder.CreateTable(
                name: "SubmittedDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequirementId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmittedDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmittedDocuments_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SubmittedDocuments_Requirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "Requirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Files_DueAt",
                table: "Files",
                column: "DueAt",
                filter: "State = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ExternalUserId",
                table: "Conversations",
                column: "ExternalUserId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedDocuments_FileId",
                table: "SubmittedDocuments",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedDocuments_RequirementId_FileId",
                table: "SubmittedDocuments",
                columns: new[] { "RequirementId", "FileId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SubmittedDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Files_DueAt",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ExternalUserId",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "ExternalUserId",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Addresses");

            migrationBuilder.RenameColumn(
                name: "Value",
                table: "Addresses",
                newName: "Phone");

            migrationBuilder.RenameIndex(
                name: "IX_Addresses_Value",
                table: "Addresses",
                newName: "IX_Addresses_Phone");
        }
    }
}
