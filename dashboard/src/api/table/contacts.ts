import type { Page } from "@cloudpbx/contracts/api/page";
import type { Contact, ContactFields } from "@cloudpbx/contracts/contacts/contacts";
import type { Endpoint, PageInput } from "./endpoint.ts";

type ByNumber = { param: { number: string } };
type Changed = Partial<ContactFields>;

export interface ContactsQuery {
	q?: string;
	tag?: string;
}

export type ContactsApi = {
	"/api/contacts": {
		$get: Endpoint<Page<Contact>, { query: PageInput & ContactsQuery }>;
		$post: Endpoint<Contact, { json: Changed & { number: string } }, 201>;
	};
	"/api/contacts/tags": { $get: Endpoint<{ items: string[] }> };
	"/api/contacts/:number": {
		$get: Endpoint<Contact, ByNumber>;
		$put: Endpoint<Contact, ByNumber & { json: Changed & { number?: string; version?: number } }>;
		$delete: Endpoint<null, ByNumber>;
	};
	"/api/contacts/:number/merge": { $post: Endpoint<Contact, ByNumber & { json: { into: string } }> };
};
