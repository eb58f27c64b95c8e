import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Health } from "@cloudpbx/contracts/api/health";
import type { CreateKey, Key, NewKey } from "@cloudpbx/contracts/api/keys";
import type { Page } from "@cloudpbx/contracts/api/page";
import type {
	CreateInvitation,
	Invitation,
	NewInvitation,
	UpdateUser,
	User,
} from "@cloudpbx/contracts/api/people";
import type { AskWhatIf } from "@cloudpbx/contracts/calls/ask-what-if";
import type { WhatIf } from "@cloudpbx/contracts/calls/what-if";
import type { Registration } from "@cloudpbx/contracts/extensions/registration";
import type {
	CreateWebhook,
	NewWebhook,
	UpdateWebhook,
	Webhook,
	WebhookDelivery,
	WebhookSecret,
} from "@cloudpbx/contracts/news/webhooks";
import type { UpdateBlocklist, WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import type { OpeningNow, UpdateHours, WholeHours } from "@cloudpbx/contracts/office/hours";
import type { RetentionCount, UpdateSettings, WholeSettings } from "@cloudpbx/contracts/office/settings";
import type { AddOptOut, ConsentEvent, OptOut } from "@cloudpbx/contracts/texts/opt-outs";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

type ByNumber = { param: { number: string } };

export type SettingsApi = {
	"/api/health": { $get: Endpoint<Health> };
	"/api/registration": { $get: Endpoint<Registration> };
	"/api/settings": { $get: Endpoint<WholeSettings>; $put: Endpoint<WholeSettings, { json: UpdateSettings }> };
	"/api/hours": { $get: Endpoint<WholeHours>; $put: Endpoint<WholeHours, { json: UpdateHours }> };
	"/api/blocklist": {
		$get: Endpoint<WholeBlocklist>;
		$put: Endpoint<WholeBlocklist, { json: UpdateBlocklist }>;
	};
	"/api/what-if": { $post: Endpoint<WhatIf, { json: AskWhatIf }> };
	"/api/hours/now": { $get: Endpoint<OpeningNow, { query: { at?: string } }> };
	/** Days as text: a query has no numbers. */
	"/api/settings/retention": {
		$get: Endpoint<
			RetentionCount,
			{
				query: {
					recordingRetentionDays?: string;
					textRetentionDays?: string;
					auditRetentionDays?: string;
				};
			}
		>;
	};
	"/api/users": { $get: Endpoint<Page<User>, { query: PageInput }> };
	"/api/users/:id": {
		$get: Endpoint<User, ById>;
		$put: Endpoint<User, ById & { json: UpdateUser }>;
		$delete: Endpoint<null, ById>;
	};
	"/api/invitations": {
		$get: Endpoint<Page<Invitation>, { query: PageInput }>;
		$post: Endpoint<NewInvitation, { json: CreateInvitation }, 201>;
	};
	"/api/invitations/:id": { $delete: Endpoint<null, ById> };
	"/api/keys": {
		$get: Endpoint<Page<Key>, { query: PageInput }>;
		$post: Endpoint<NewKey, { json: CreateKey }, 201>;
	};
	"/api/keys/:id": { $delete: Endpoint<null, ById> };
	"/api/webhooks": {
		$get: Endpoint<Page<Webhook>>;
		$post: Endpoint<NewWebhook, { json: CreateWebhook }, 201>;
	};
	"/api/webhooks/:id": {
		$put: Endpoint<Webhook, ById & { json: UpdateWebhook }>;
		$delete: Endpoint<null, ById>;
	};
	"/api/webhooks/:id/secret": { $post: Endpoint<WebhookSecret, ById> };
	"/api/webhooks/:id/test": { $post: Endpoint<WebhookDelivery, ById> };
	"/api/webhooks/:id/deliveries": {
		$get: Endpoint<Page<WebhookDelivery>, ById & { query: PageInput }>;
	};
	"/api/webhooks/:id/deliveries/:deliveryId/redeliver": {
		$post: Endpoint<WebhookDelivery, { param: { id: string; deliveryId: string } }, 202>;
	};
	"/api/audit": {
		$get: Endpoint<
			Page<AuditEvent>,
			{
				query: PageInput & {
					targetKind?: string;
					targetId?: string;
					actorId?: string;
					from?: string;
					to?: string;
				};
			}
		>;
	};
	"/api/opt-outs": {
		$get: Endpoint<Page<OptOut>, { query: PageInput & { number?: string } }>;
		$post: Endpoint<OptOut, { json: AddOptOut }, 201>;
	};
	"/api/opt-outs/:number": { $delete: Endpoint<null, ByNumber & { json: { reason: string } }> };
	"/api/opt-outs/:number/events": { $get: Endpoint<Page<ConsentEvent>, ByNumber> };
};
