import { Contact, ContactImport } from "@cloudpbx/contracts/contacts/contacts";
import { accept } from "@cloudpbx/contracts/errors";
import { announceLive } from "@cloudpbx/kit/announce-live";
import type { Context } from "hono";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { contactFile } from "../../domain/contacts/contact-file.ts";
import { CreateContactInput, UpdateContactInput } from "../../domain/contacts/contact-input.ts";
import { gatherContacts } from "../../domain/contacts/gather-contacts.ts";
import { readContactFile } from "../../domain/contacts/read-contact-file.ts";
import { writeCsvTable } from "../../domain/files/write-csv.ts";
import { Flag } from "../../domain/lists/list-field.ts";
import { NumberField } from "../../domain/numbers/number-field.ts";
import type { ApiEnv } from "../../env.ts";
import { eraseContact } from "../../operations/contacts/erase-contact.ts";
import { importContacts } from "../../operations/contacts/import-contacts.ts";
import { findContact, listContacts, listContactTags } from "../../operations/contacts/list-contacts.ts";
import { mergeContacts } from "../../operations/contacts/merge-contacts.ts";
import { createContact, updateContact } from "../../operations/contacts/save-contact.ts";
import type { ListPage } from "../../operations/lists/export-list.ts";
import { RefusalError, unwrap, unwrapBody } from "../../refusal-error.ts";
import { readCsvBody, refuseCsvFaults } from "../files/read-csv-body.ts";
import {
	csvAnswer,
	FileListQuery,
	fileListAnswer,
	isCsvWanted,
	respondWithCsv,
	respondWithList,
} from "../lists/respond-with-list.ts";
import { contextOf, pageOfQuery } from "../request.ts";

const tags = ["Contacts"];
const importBytesMax = 10_000_000;

const ContactsQuery = FileListQuery.extend({
	q: z.string().max(200).optional().meta({
		description: "Beginnings of words of the name, the company or the e-mail address, or of the number.",
	}),
	tag: z.string().max(100).optional(),
});
const NumberParam = z.object({ number: NumberField });
const ImportQuery = z.object({
	preview: Flag.optional().meta({ description: "`true`: what the file would do, and nothing is done." }),
});
const asItIsNow = jsonAnswer(Contact, "As it is now.");

export const contacts = createApi()
	.openapi(
		guardedRoute("contacts:read", {
			method: "get",
			path: "/api/contacts",
			tags,
			summary: "List contacts",
			description:
				"By name. With `q` or `tag` a page may hold fewer than `limit` and still not be the last: follow `nextCursor` until it is null. CSV for `Accept: text/csv`, as an import reads it: all of them unless `limit` is given, up to 50,000 a file; the next part is then in `Link`.",
			request: { query: ContactsQuery },
			responses: { 200: fileListAnswer(Contact) },
		}),
		async (c) => {
			const { limit, cursor, ...filter } = c.req.valid("query");
			const ctx = contextOf(c);
			const list: ListPage<Contact> = async (page) =>
				accept(await listContacts(ctx, filter, pageOfQuery(page, "string")));
			return respondWithList(c, list, { limit, cursor }, contactFile);
		},
	)
	.openapi(
		guardedRoute("contacts:write", {
			method: "post",
			path: "/api/contacts",
			tags,
			summary: "Add a contact",
			description: "A number that another contact has is refused (409).",
			request: { body: jsonBody(CreateContactInput) },
			responses: { 201: jsonAnswer(Contact, "The contact.") },
		}),
		async (c) => {
			const created = unwrap(await createContact(contextOf(c), c.req.valid("json")));
			announce(c, created.id);
			return c.json(created, 201);
		},
	)
	.openapi(
		guardedRoute("contacts:read", {
			method: "get",
			path: "/api/contacts/tags",
			tags,
			summary: "List the tags that contacts have",
			responses: { 200: jsonAnswer(z.object({ items: z.array(z.string()) }), "At most 500, by name.") },
		}),
		async (c) => c.json({ items: await listContactTags(contextOf(c)) }, 200),
	)
	.openapi(
		guardedRoute(
			"contacts:write",
			{
				method: "post",
				path: "/api/contacts/import",
				tags,
				summary: "Import contacts",
				description:
					"A CSV file whose headings name its columns in the usual words. New numbers are added. Known contacts change where the file has a value; everything else of them stays. Lines that cannot be imported are reported, and the other lines are imported. With `Accept: text/csv` the answer is the lines that were not imported, each with its line number and the reason. Importing the same file again changes nothing.",
				request: {
					query: ImportQuery,
					body: { required: true, content: { "text/csv": { schema: z.string() } } },
				},
				responses: { 200: csvAnswer(jsonAnswer(ContactImport, "The result; lines are counted from 1.")) },
			},
			{ bodyBytesMax: importBytesMax },
		),
		async (c) => {
			const { preview = false } = c.req.valid("query");
			const file = await readImport(c);
			const { report, refused } = unwrap(await importContacts(contextOf(c), file, { preview }));
			if (!preview && report.added + report.changed > 0) announce(c, null);
			if (!isCsvWanted(c)) return c.json(report, 200);
			const headings = file.headings.length === 0 ? ["number"] : file.headings;
			const rows = refused.map(({ line, reason, cells }) => [line, reason, ...cells]);
			return respondWithCsv(
				c,
				writeCsvTable([["line", "reason", ...headings], ...rows]),
				null,
				"not-imported.csv",
			);
		},
	)
	.openapi(
		guardedRoute("contacts:read", {
			method: "get",
			path: "/api/contacts/{number}",
			tags,
			summary: "Get a contact",
			request: { params: NumberParam },
			responses: { 200: jsonAnswer(Contact, "The contact.") },
		}),
		async (c) => {
			return c.json(unwrap(await findContact(contextOf(c), c.req.valid("param").number)), 200);
		},
	)
	.openapi(
		guardedRoute("contacts:write", {
			method: "put",
			path: "/api/contacts/{number}",
			tags,
			summary: "Change a contact",
			description:
				"Absent fields stay. Null and an empty text clear a field. An old `version` is refused (409), with both values; without a `version` the last write wins. A `number` of another contact is refused.",
			request: { params: NumberParam, body: jsonBody(UpdateContactInput, Contact) },
			responses: { 200: asItIsNow },
		}),
		async (c) => {
			const { number } = c.req.valid("param");
			const updated = unwrapBody(await updateContact(contextOf(c), number, c.req.valid("json")));
			announce(c, updated.id);
			return c.json(updated, 200);
		},
	)
	.openapi(
		guardedRoute("contacts:write", {
			method: "post",
			path: "/api/contacts/{number}/merge",
			tags,
			summary: "Merge a contact into another",
			description:
				"For one person with two contacts. The contact of the path is removed. `into` keeps its values, takes over missing ones and all tags. Its notes get the other number and every value that would be lost.",
			request: { params: NumberParam, body: jsonBody(z.object({ into: NumberField })) },
			responses: { 200: asItIsNow },
		}),
		async (c) => {
			const { number } = c.req.valid("param");
			const merged = unwrapBody(await mergeContacts(contextOf(c), number, c.req.valid("json").into));
			announce(c, null);
			return c.json(merged, 200);
		},
	)
	.openapi(
		guardedRoute("contacts:write", {
			method: "delete",
			path: "/api/contacts/{number}",
			tags,
			summary: "Erase a contact",
			description:
				"Deletes everything about the number, also when it is not a contact: texts, calls, voicemail, files, notes, campaign lists, consent, a block, and the carrier's copies. A hash of an opt-out stays, so the number is not texted. This cannot be undone. 412 during a call with the number. 202 when a text is under way or there is much data: the rest is deleted within minutes.",
			request: { params: NumberParam },
			responses: {
				202: jsonAnswer(z.object({ isFinished: z.literal(false) }), "The rest continues in the background."),
				204: { description: "Nothing is left." },
			},
		}),
		async (c) => {
			const erased = unwrap(await eraseContact(contextOf(c), c.req.valid("param").number));
			announce(c, erased.id);
			return erased.isFinished ? c.body(null, 204) : c.json({ isFinished: false as const }, 202);
		},
	);

async function readImport(c: Context<ApiEnv>) {
	const text = await readCsvBody(c);
	const { rows, ...file } = refuseCsvFaults("", () => readContactFile(text));
	const gathered = refuseCsvFaults("", () => gatherContacts(rows));
	if (!gathered.ok) throw new RefusalError(gathered.error, { status: 413 });
	return { ...file, gathered: gathered.value };
}

function announce(c: Context<ApiEnv>, contactId: string | null): void {
	announceLive(c.env.MESSAGING, c.executionCtx, [{ kind: "contact", contactId }]);
}
