CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL);
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`account_id` text NOT NULL,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`hint` text NOT NULL,
	`scopes` text NOT NULL,
	`origin` text DEFAULT 'installation' NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
, `created_by` text);
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text,
	`before` text,
	`after` text,
	`request_id` text
);
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`extension_id` text,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer
, `created_by` text);
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
CREATE TABLE `setup_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`expires_at` integer NOT NULL
);
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`extension_id` text,
	`origin` text DEFAULT 'installation' NOT NULL,
	`deactivated_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
, `version` integer DEFAULT 1 NOT NULL);
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`ext` text NOT NULL,
	`name` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`forward_to` text,
	`status` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
, `area_code` text, `provisioning_run` integer DEFAULT 1 NOT NULL, `deactivated_at` integer, `version` integer DEFAULT 1 NOT NULL);
CREATE TABLE `phone_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`carrier_id` text,
	`kind` text NOT NULL,
	`extension_id` text,
	`created_at` integer NOT NULL, `release_at` integer, `releasing_at` integer, `label` text, `version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`extension_id`) REFERENCES `extensions`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `call_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`detail` text NOT NULL
);
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_id` text NOT NULL,
	`direction` text NOT NULL,
	`from_number` text,
	`to_number` text NOT NULL,
	`extension` text,
	`outcome` text,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`answered_at` integer,
	`ended_at` integer,
	`duration_seconds` integer
, `asked_at` integer, `talk_seconds` integer, `receptionist_result` text);
CREATE TABLE `receptionist_turns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`turn` integer NOT NULL,
	`words` text NOT NULL,
	`speech_confidence` real,
	`action` text NOT NULL,
	`extension` text,
	`answer` text,
	`language` text NOT NULL,
	`confidence` real,
	`model` text,
	`milliseconds` integer NOT NULL,
	`failure` text,
	`at` integer NOT NULL
, `attempt` integer DEFAULT 1 NOT NULL);
CREATE TABLE `voicemails` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_recording_id` text NOT NULL,
	`call_id` text NOT NULL,
	`extension` text,
	`from_number` text,
	`duration_seconds` integer,
	`status` text NOT NULL,
	`failure` text,
	`audio_key` text,
	`audio_bytes` integer,
	`transcript` text,
	`transcript_status` text NOT NULL,
	`transcript_source` text,
	`ingest_requested_at` integer,
	`stored_at` integer,
	`listened_at` integer,
	`deleted_at` integer,
	`carrier_deleted_at` integer,
	`created_at` integer NOT NULL
, `transcript_requested_at` integer, `listened_by_id` text, `listened_by_name` text);
CREATE TABLE `number_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`extension_id` text,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	`carrier_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`extension_id`) REFERENCES `extensions`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `consent_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`words` text,
	`reason` text,
	`message_id` text,
	`actor_id` text,
	`actor_name` text,
	`at` integer NOT NULL
);
CREATE TABLE `conversation_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`body` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL
);
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_number` text NOT NULL,
	`our_number` text NOT NULL,
	`mode` text NOT NULL,
	`waiting_reason` text,
	`taken_over_by` text,
	`inbound_sequence` integer DEFAULT 0 NOT NULL,
	`asked_message_id` text,
	`answered_sequence` integer DEFAULT 0 NOT NULL,
	`claimed_message_id` text,
	`reply_requested_at` integer,
	`unsure_count` integer DEFAULT 0 NOT NULL,
	`hour_started_at` integer,
	`sent_in_hour` integer DEFAULT 0 NOT NULL,
	`replies_in_hour` integer DEFAULT 0 NOT NULL,
	`unread_count` integer DEFAULT 0 NOT NULL,
	`last_message_id` text,
	`last_preview` text,
	`last_direction` text,
	`last_author` text,
	`listed_at` integer,
	`created_at` integer NOT NULL
, `campaign_id` text, `campaign_recipient_id` text, `campaign_text_at` integer);
CREATE TABLE `message_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`error_code` integer,
	`detail` text,
	`campaign_id` text,
	`recipient_id` text,
	`at` integer NOT NULL
);
CREATE TABLE `message_media` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`url` text NOT NULL,
	`content_type` text NOT NULL,
	`status` text NOT NULL,
	`failure` text,
	`media_key` text,
	`bytes` integer,
	`requested_at` integer NOT NULL
);
CREATE TABLE `messages` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`carrier_id` text,
	`conversation_id` text NOT NULL,
	`direction` text NOT NULL,
	`author` text NOT NULL,
	`category` text NOT NULL,
	`from_number` text NOT NULL,
	`to_number` text NOT NULL,
	`body` text NOT NULL,
	`media_count` integer DEFAULT 0 NOT NULL,
	`segments` integer NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`error_code` integer,
	`sequence` integer,
	`actor_id` text,
	`actor_name` text,
	`campaign_id` text,
	`recipient_id` text,
	`refusal` text,
	`reason` text,
	`is_confirmation` integer DEFAULT false NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`attempted_at` integer,
	`is_attempt_open` integer DEFAULT false NOT NULL,
	`check_at` integer,
	`checks` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
, `answered_at` integer);
CREATE TABLE `opt_outs` (
	`number` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`words` text,
	`reason` text,
	`message_id` text,
	`actor_name` text,
	`at` integer NOT NULL
);
CREATE TABLE `campaign_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`last_event_id` integer NOT NULL
);
CREATE TABLE `campaign_recipients` (
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`fields` text,
	`time_zone` text,
	`state` text,
	`status` text NOT NULL,
	`reason` text,
	`error_code` integer,
	`segments` integer,
	`due_at` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL, `replied_at` integer, `opted_out_at` integer,
	PRIMARY KEY(`campaign_id`, `position`)
) WITHOUT ROWID;
CREATE TABLE `campaign_senders` (
	`number` text PRIMARY KEY NOT NULL,
	`lease_id` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`next_slot_at` integer DEFAULT 0 NOT NULL,
	`recent_slots` text,
	`slowness` integer DEFAULT 1 NOT NULL,
	`wake_at` integer DEFAULT 0 NOT NULL
);
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`message` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`from_number` text NOT NULL,
	`start_at` integer,
	`quiet_hours` integer NOT NULL,
	`rate_per_second` real,
	`require_consent` integer NOT NULL,
	`is_complete` integer NOT NULL,
	`queued_count` integer DEFAULT 0 NOT NULL,
	`sending_count` integer DEFAULT 0 NOT NULL,
	`sent_count` integer DEFAULT 0 NOT NULL,
	`delivered_count` integer DEFAULT 0 NOT NULL,
	`undelivered_count` integer DEFAULT 0 NOT NULL,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`skipped_count` integer DEFAULT 0 NOT NULL,
	`outcomes_count` integer DEFAULT 0 NOT NULL,
	`errors_count` integer DEFAULT 0 NOT NULL,
	`taken_count` integer DEFAULT 0 NOT NULL,
	`first_taken_at` integer,
	`last_taken_at` integer,
	`forecast_end_at` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer
, `replies_count` integer DEFAULT 0 NOT NULL, `opt_outs_count` integer DEFAULT 0 NOT NULL, `version` integer DEFAULT 1 NOT NULL);
CREATE TABLE `landlines` (
	`number` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
CREATE TABLE `password_resets` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_by` text
);
CREATE TABLE `campaign_outcomes` (
	`campaign_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`error_code` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `status`, `reason`, `error_code`)
);
CREATE TABLE `text_days` (
	`day` integer NOT NULL,
	`series` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`day`, `series`)
);
CREATE TABLE `number_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`checked_at` integer NOT NULL,
	`troubles` text NOT NULL
);
CREATE TABLE `call_days` (
	`day` integer NOT NULL,
	`extension` text NOT NULL,
	`direction` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`day`, `extension`, `direction`)
);
INSERT INTO "d1_migrations" VALUES (1, '0000_cloudpbx.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (2, '0001_provisioning.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (3, '0002_audit_append_only.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (4, '0003_voice_sweeps.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (5, '0004_messaging.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (6, '0005_messaging_search_and_ledger.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (7, '0006_call_filters.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (8, '0007_campaigns.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (9, '0008_voice_turns_and_sweeps.sql', '2026-11-30 04:48:23');
INSERT INTO "d1_migrations" VALUES (10, '0009_access_by_maker.sql', '2026-11-30 04:48:24');
INSERT INTO "d1_migrations" VALUES (11, '0010_dashboard_api.sql', '2026-11-30 04:48:24');
INSERT INTO "d1_migrations" VALUES (12, '0011_rollups.sql', '2026-11-30 04:48:24');
INSERT INTO "accounts" VALUES ('acc_417d5e3eefc241548a6002d73b3c901d', 'usr_demo', 'credential', 'usr_demo', 'scrypt$14$8$5$9f490fcd7e846dad1cbfc76a1b76eda7$8aeac183a3b366caa58d5307e604e889be71bb353b4be1455a5c47fc4b2d4a59', 1796014104683, 1796014104683);
INSERT INTO "accounts" VALUES ('acc_28ec652370114d1cb4919871baddafe6', 'usr_245a39c3a2c045798e655d3c89877d25', 'credential', 'usr_245a39c3a2c045798e655d3c89877d25', 'scrypt$14$8$5$6a634f24123576ced4343cde38dd398b$8445908b1551bed8898ea0289eb1cbccf75cc0a9adc191f8e3d4434da44fa668', 1796014105323, 1796014105323);
INSERT INTO "api_keys" VALUES ('key_development', 'Development', 'b5482650966505016874ae5591b74955c9608b22a3a32112618b4d7ec42ee4b5', 'cpbx_0000', '["calls:read","voicemails:read","voicemails:write","extensions:read","extensions:write","numbers:read","numbers:write","settings:read","settings:write","messages:read","messages:send","optouts:read","optouts:write","campaigns:read","campaigns:write","contacts:read","contacts:write","analytics:read","audit:read","users:read","users:write","keys:write"]', 'development', 1796014104683, NULL, 1796014105851, NULL, NULL);
INSERT INTO "api_keys" VALUES ('key_d719e6dfd71b4aad8f8b31308880ac4c', 'Wallboard', '4edb1a4259db9a48e3385f11210088f460464328a13b1c1475e25e9cb1eeaaa4', 'cpbx_hRZQ', '["calls:read","voicemails:read"]', 'installation', 1796014106157, NULL, NULL, NULL, NULL);
INSERT INTO "audit_events" VALUES ('aud_cbbf3a6813d94ac4ad93e1a2b79dc33c', 1796014105323, 'user', 'usr_245a39c3a2c045798e655d3c89877d25', 'Olive Owner', 'setup.claim', 'user', 'usr_245a39c3a2c045798e655d3c89877d25', NULL, '{"name":"Olive Owner","email":"olive@acme.example","role":"owner"}', '4b7ffce5-9c9b-4b09-b2d9-546116dd5576');
INSERT INTO "audit_events" VALUES ('aud_c5e73231536d4c09ad17c4e2e0a90084', 1796014105858, 'key', 'key_development', 'Development', 'settings.update', 'settings', NULL, '{"companyName":"Acme Corp","ringSeconds":20}', '{"companyName":"Acme Coffee","ringSeconds":15}', 'fb960a05-c633-488b-806b-3840bb3c906f');
INSERT INTO "audit_events" VALUES ('aud_27ed6e67dfd34768ba39fe2297e9d13c', 1796014105947, 'key', 'key_development', 'Development', 'extension.create', 'extension', 'ext_ca937835d59e49f5b29e54ec5b8f7a6a', NULL, '{"ext":"104","name":"Nora Park","department":"Sales","email":"nora@acme.example","forwardTo":null,"areaCode":"212"}', '855ce4b4-160d-443f-9873-4c89479c9798');
INSERT INTO "audit_events" VALUES ('aud_0dd5b6e015b74b9e9fa0f0ec02d8d808', 1796014106157, 'key', 'key_development', 'Development', 'key.create', 'key', 'key_d719e6dfd71b4aad8f8b31308880ac4c', NULL, '{"name":"Wallboard","scopes":["calls:read","voicemails:read"],"expiresAt":null}', '3e6b46da-e8e4-42dc-857b-d4312228ab0c');
INSERT INTO "audit_events" VALUES ('aud_97dcfd0009274e508eb03fca374dc949', 1796014116000, 'key', 'key_development', 'Development', 'conversation.reply', 'message', 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', NULL, '{"from":"+18005550100","to":"+1…66"}', '394e901f-ac9c-4c16-98e6-8fbb8e2f9e87');
INSERT INTO "audit_events" VALUES ('aud_cde923db30f145a8a6dd360fb388de2c', 1796014116135, 'key', 'key_development', 'Development', 'conversation.note', 'note', 'note_63d3bf5e07ec49ed960199832e97de83', NULL, '{"conversationId":"conv_e3e8f58f786a3796e8b18be9619164f1","from":"+1…66","to":"+18005550100"}', 'ad7001bc-7917-401e-9a63-fcf8f037fada');
INSERT INTO "audit_events" VALUES ('aud_7d6fdffa66394a4e9fddb09416873c0d', 1796014116215, 'key', 'key_development', 'Development', 'opt_out.add', 'opt_out', NULL, NULL, '{"number":"+1…55","reason":"Asked on the phone."}', '5b100323-5ce0-4260-88fa-1f8698b1704b');
INSERT INTO "audit_events" VALUES ('aud_a612bf3bf715422883faab080a1d7c67', 1796014116389, 'key', 'key_development', 'Development', 'campaign.create', 'campaign', 'cmp_bad332a02d1240ba9a96a2ba7b139659', NULL, '{"name":"Sale","status":"sending","recipients":16,"skipped":0}', '8e7ef718-7d59-4c20-a86a-a72f85484f79');
INSERT INTO "settings" VALUES ('companyName', '"Acme Coffee"', 1796014105858);
INSERT INTO "settings" VALUES ('greeting', '"We''re here to help."', 1796014104548);
INSERT INTO "settings" VALUES ('hoursText', '"We are open Monday to Friday from 9 am to 5 pm Pacific time. We are closed on weekends and public holidays."', 1796014104548);
INSERT INTO "settings" VALUES ('factsText', '"Acme Corp repairs and rents espresso machines for offices in San Francisco. Our shop is at 500 Market Street, San Francisco. A repair visit costs 90 dollars plus parts. A rental starts at 60 dollars a month. Repairs usually take two working days."', 1796014104548);
INSERT INTO "settings" VALUES ('timeZone', '"America/Los_Angeles"', 1796014104548);
INSERT INTO "settings" VALUES ('transcriptLateSeconds', '30', 1796014104548);
INSERT INTO "settings" VALUES ('readyMark', '"8dfe9561-0d44-4786-aaca-5bdf87b1dbab"', 1796014105169);
INSERT INTO "settings" VALUES ('version', '2', 1796014105858);
INSERT INTO "settings" VALUES ('ringSeconds', '15', 1796014105858);
INSERT INTO "setup_codes" VALUES ('84e0c0eafaa95a34c293f278ac52e45ce537bab5e752a00e6959a13ae103b65a', 1796014104682, 1796014105323);
INSERT INTO "users" VALUES ('usr_demo', 'Olivia Owner', 'owner@acme.example', 0, NULL, 'owner', NULL, 'development', NULL, 1796014104683, 1796014104683, 1);
INSERT INTO "users" VALUES ('usr_245a39c3a2c045798e655d3c89877d25', 'Olive Owner', 'olive@acme.example', 0, NULL, 'owner', NULL, 'installation', NULL, 1796014105323, 1796014105323, 1);
INSERT INTO "extensions" VALUES ('ext_101', '101', 'Jane Smith', 'Sales', 'jane@acme.example', '+14155550151', 'active', NULL, 1796014104548, 1796014104548, NULL, 1, NULL, 1);
INSERT INTO "extensions" VALUES ('ext_102', '102', 'Sam Lee', 'Support', 'sam@acme.example', '+14155550152', 'active', NULL, 1796014104548, 1796014104548, NULL, 1, NULL, 1);
INSERT INTO "extensions" VALUES ('ext_103', '103', 'Ana Ruiz', 'Billing', 'ana@acme.example', NULL, 'active', NULL, 1796014104548, 1796014104548, NULL, 1, NULL, 1);
INSERT INTO "extensions" VALUES ('ext_ca937835d59e49f5b29e54ec5b8f7a6a', '104', 'Nora Park', 'Sales', 'nora@acme.example', NULL, 'active', NULL, 1796014105950, 1796014106194, '212', 1, NULL, 1);
INSERT INTO "phone_numbers" VALUES ('num_main', '+18005550100', 'PN3a1aa11a414b4322b38e7e6aed6e872f', 'toll_free', NULL, 1796014104548, NULL, NULL, NULL, 1);
INSERT INTO "phone_numbers" VALUES ('num_101', '+14155550101', 'PNace0ecc18a1440d69ae0704fe203743c', 'local', 'ext_101', 1796014104548, NULL, NULL, NULL, 1);
INSERT INTO "phone_numbers" VALUES ('num_102', '+14155550102', 'PNf61abdeeab3e4b03aa2fd339fa3e7f3c', 'local', 'ext_102', 1796014104548, NULL, NULL, NULL, 1);
INSERT INTO "phone_numbers" VALUES ('num_103', '+14155550103', 'PN08bcd92002c64f0193e21e1aba559d60', 'local', 'ext_103', 1796014104548, NULL, NULL, NULL, 1);
INSERT INTO "phone_numbers" VALUES ('num_38c0be1e146a44eb90d5b47b889187fa', '+12128852756', 'PN38c0be1e146a44eb90d5b47b889187fa', 'local', 'ext_ca937835d59e49f5b29e54ec5b8f7a6a', 1796014106194, NULL, NULL, NULL, 1);
INSERT INTO "call_events" VALUES (1, 'call_525262933eb8491c929db9ec5896ed59', 'received', 'received', 1796014106308, '{"to":"+14155550103"}');
INSERT INTO "call_events" VALUES (2, 'call_525262933eb8491c929db9ec5896ed59', 'voicemail-103', 'voicemail_offered', 1796014106308, '{"extension":"103"}');
INSERT INTO "call_events" VALUES (3, 'call_525262933eb8491c929db9ec5896ed59', 'voicemail-left-103', 'voicemail_left', 1796014106722, '{"extension":"103","durationSeconds":3}');
INSERT INTO "call_events" VALUES (5, 'call_525262933eb8491c929db9ec5896ed59', 'ended', 'ended', 1796014107063, '{"status":"completed","durationSeconds":10}');
INSERT INTO "call_events" VALUES (6, 'call_6e8097a890c7437588b7ba62030b0556', 'received', 'received', 1796014107106, '{"to":"+14155550101"}');
INSERT INTO "call_events" VALUES (7, 'call_6e8097a890c7437588b7ba62030b0556', 'ring-101', 'extension_rang', 1796014107106, '{"extension":"101"}');
INSERT INTO "call_events" VALUES (8, 'call_6e8097a890c7437588b7ba62030b0556', 'answered-101', 'extension_answered', 1796014107181, '{"extension":"101","talkSeconds":1}');
INSERT INTO "call_events" VALUES (9, 'call_6e8097a890c7437588b7ba62030b0556', 'ended', 'ended', 1796014107186, '{"status":"completed","durationSeconds":1}');
INSERT INTO "call_events" VALUES (10, 'call_f67c47b38449455ea8bd259d4bb7810a', 'received', 'received', 1796014107225, '{"to":"+18005550100"}');
INSERT INTO "call_events" VALUES (11, 'call_f67c47b38449455ea8bd259d4bb7810a', 'menu-1', 'menu_played', 1796014107225, '{"attempt":1}');
INSERT INTO "call_events" VALUES (12, 'call_f67c47b38449455ea8bd259d4bb7810a', 'ended', 'ended', 1796014107318, '{"status":"completed","durationSeconds":1}');
INSERT INTO "calls" VALUES ('call_525262933eb8491c929db9ec5896ed59', 'CA525262933eb8491c929db9ec5896ed59', 'inbound', '+14155550199', '+14155550103', '103', 'voicemail', 'completed', 1796014106308, 1796014106308, 1796014107063, 10, NULL, NULL, NULL);
INSERT INTO "calls" VALUES ('call_6e8097a890c7437588b7ba62030b0556', 'CA6e8097a890c7437588b7ba62030b0556', 'inbound', '+14155550199', '+14155550101', '101', 'answered', 'completed', 1796014107106, 1796014107106, 1796014107186, 1, NULL, 1, NULL);
INSERT INTO "calls" VALUES ('call_f67c47b38449455ea8bd259d4bb7810a', 'CAf67c47b38449455ea8bd259d4bb7810a', 'inbound', '+14155550198', '+18005550100', NULL, 'abandoned', 'completed', 1796014107225, 1796014107225, 1796014107318, 1, NULL, NULL, NULL);
INSERT INTO "voicemails" VALUES ('vm_5b3d8d88ebc84e699baf5b2d4c9a17b8', 'RE5b3d8d88ebc84e699baf5b2d4c9a17b8', 'call_525262933eb8491c929db9ec5896ed59', '103', '+14155550199', 3, 'stored', NULL, 'voicemail/103/vm_5b3d8d88ebc84e699baf5b2d4c9a17b8.mp3', 12384, 'Please call me back about the grinder.', 'completed', 'twilio', 1796014106722, 1796014107741, NULL, NULL, NULL, 1796014106722, NULL, NULL, NULL);
INSERT INTO "number_orders" VALUES ('ord_385f898ead79464eac157594c1be4c0f', 'ext_ca937835d59e49f5b29e54ec5b8f7a6a', 'ext_ca937835d59e49f5b29e54ec5b8f7a6a', 'local', '+12128852756', 'CloudPBX 104 (ext_ca937835d59e49f5b29e54ec5b8f7a6a)', 'stored', 'PN38c0be1e146a44eb90d5b47b889187fa', 1796014106090, 1796014106194);
INSERT INTO "consent_events" VALUES (1, 'msg_4bd8137a25d843ddb1b686377378f7de:opt_out', '+14155550177', 'opt_out', 'keyword', 'STOP', NULL, 'msg_4bd8137a25d843ddb1b686377378f7de', NULL, NULL, 1796014111752);
INSERT INTO "consent_events" VALUES (2, 'bdf29960-6657-4e38-816d-4ba53ec3cab1:+14155550155', '+14155550155', 'opt_out', 'person', NULL, 'Asked on the phone.', NULL, 'key_development', 'Development', 1796014116216);
INSERT INTO "conversation_notes" VALUES ('note_63d3bf5e07ec49ed960199832e97de83', 'conv_e3e8f58f786a3796e8b18be9619164f1', 'Collects on Friday.', 'key_development', 'Development', 1796014116146);
INSERT INTO "conversations" VALUES ('conv_6ffd313c19c984cb4452d82fe90e675e', '+14155550199', '+18005550100', 'assistant', NULL, NULL, 1, 'msg_f81edfd7cdb74609bb77bee61edbd207', 1, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 1796014107361, 1, 1796011200000, 1, 1, 1, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'I''m sorry, I don''t know that. Would you like to speak with Sales, Support and Billing?', 'outbound', 'assistant', 1796014111563, 1796014107361, NULL, NULL, NULL);
INSERT INTO "conversations" VALUES ('conv_beaab61f38bc64929f86a3af1a41513f', '+14155550177', '+18005550100', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, NULL, 0, 0, 1, 'msg_4bd8137a25d843ddb1b686377378f7de', 'STOP', 'inbound', 'contact', 1796014111752, 1796014111752, NULL, NULL, NULL);
INSERT INTO "conversations" VALUES ('conv_e3e8f58f786a3796e8b18be9619164f1', '+14155550166', '+18005550100', 'human', NULL, 'Development', 1, 'msg_63d763f238584306953f7ed5552a86e0', 1, 'msg_baaeb567927391222118a64c4715ea96', 1796014111871, 0, 1796011200000, 2, 1, 0, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'Jane here. How can I help?', 'outbound', 'person', 1796014116017, 1796014111871, NULL, NULL, NULL);
INSERT INTO "conversations" VALUES ('conv_adf01e2ea9880ea6953017683d31005a', '+14155570000', '+14155550101', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, 1796011200000, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 1796014116655, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', 1796014116655);
INSERT INTO "conversations" VALUES ('conv_bf81dbe6e13b9b468870e7c9daecb37f', '+14155570001', '+14155550101', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, 1796011200000, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 1796014117039, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', 1796014117039);
INSERT INTO "conversations" VALUES ('conv_23e900f795f628495cc55062abebcf58', '+14155570002', '+14155550101', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, 1796011200000, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 1796014117558, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', 1796014117558);
INSERT INTO "conversations" VALUES ('conv_7588d4decea082fdebe6c1dde52bc8dc', '+14155570003', '+14155550101', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, 1796011200000, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 1796014118074, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', 1796014118074);
INSERT INTO "conversations" VALUES ('conv_edc3cfb8d3bf28df4c2e1bc6c39a8f06', '+14155570004', '+14155550101', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, 1796011200000, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 1796014118616, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', 1796014118616);
INSERT INTO "conversations" VALUES ('conv_c148e196a211f5148b3f89f86c59904b', '+14155570005', '+14155550101', 'assistant', NULL, NULL, 0, NULL, 0, NULL, NULL, 0, 1796011200000, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, 1796014119114, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_5', 1796014119114);
INSERT INTO "message_events" VALUES (1, 'msg_f81edfd7cdb74609bb77bee61edbd207', 'received', 'received', 'received', NULL, NULL, NULL, NULL, 1796014107361);
INSERT INTO "message_events" VALUES (2, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'allowed-1796014111563', 'allowed', 'pending', NULL, NULL, NULL, NULL, 1796014111563);
INSERT INTO "message_events" VALUES (3, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'attempted-1796014111563', 'attempted', 'pending', NULL, NULL, NULL, NULL, 1796014111563);
INSERT INTO "message_events" VALUES (4, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'accepted', 'accepted', 'queued', NULL, NULL, NULL, NULL, 1796014111614);
INSERT INTO "message_events" VALUES (5, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'status-sent', 'status', 'sent', NULL, NULL, NULL, NULL, 1796014111673);
INSERT INTO "message_events" VALUES (6, 'msg_4bd8137a25d843ddb1b686377378f7de', 'received', 'received', 'received', NULL, 'opt_out', NULL, NULL, 1796014111752);
INSERT INTO "message_events" VALUES (7, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'status-delivered', 'status', 'delivered', NULL, NULL, NULL, NULL, 1796014111864);
INSERT INTO "message_events" VALUES (8, 'msg_63d763f238584306953f7ed5552a86e0', 'received', 'received', 'received', NULL, NULL, NULL, NULL, 1796014111871);
INSERT INTO "message_events" VALUES (9, 'msg_baaeb567927391222118a64c4715ea96', 'allowed-1796014115906', 'allowed', 'pending', NULL, NULL, NULL, NULL, 1796014115906);
INSERT INTO "message_events" VALUES (10, 'msg_baaeb567927391222118a64c4715ea96', 'attempted-1796014115906', 'attempted', 'pending', NULL, NULL, NULL, NULL, 1796014115906);
INSERT INTO "message_events" VALUES (11, 'msg_baaeb567927391222118a64c4715ea96', 'accepted', 'accepted', 'queued', NULL, NULL, NULL, NULL, 1796014115931);
INSERT INTO "message_events" VALUES (12, 'msg_baaeb567927391222118a64c4715ea96', 'status-sent', 'status', 'sent', NULL, NULL, NULL, NULL, 1796014115967);
INSERT INTO "message_events" VALUES (13, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'allowed-1796014116017', 'allowed', 'pending', NULL, NULL, NULL, NULL, 1796014116017);
INSERT INTO "message_events" VALUES (14, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'attempted-1796014116017', 'attempted', 'pending', NULL, NULL, NULL, NULL, 1796014116017);
INSERT INTO "message_events" VALUES (15, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'accepted', 'accepted', 'queued', NULL, NULL, NULL, NULL, 1796014116052);
INSERT INTO "message_events" VALUES (16, 'msg_baaeb567927391222118a64c4715ea96', 'status-delivered', 'status', 'delivered', NULL, NULL, NULL, NULL, 1796014116096);
INSERT INTO "message_events" VALUES (17, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'status-sent', 'status', 'sent', NULL, NULL, NULL, NULL, 1796014116183);
INSERT INTO "message_events" VALUES (18, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'status-delivered', 'status', 'delivered', NULL, NULL, NULL, NULL, 1796014116300);
INSERT INTO "message_events" VALUES (19, 'msg_8c34ccd4031c75a051819862ab91c357', 'allowed-1796014116655', 'allowed', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', 1796014116655);
INSERT INTO "message_events" VALUES (20, 'msg_8c34ccd4031c75a051819862ab91c357', 'attempted-1796014116655', 'attempted', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', 1796014116655);
INSERT INTO "message_events" VALUES (21, 'msg_8c34ccd4031c75a051819862ab91c357', 'accepted', 'accepted', 'queued', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', 1796014116707);
INSERT INTO "message_events" VALUES (22, 'msg_8c34ccd4031c75a051819862ab91c357', 'status-sent', 'status', 'sent', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', 1796014116759);
INSERT INTO "message_events" VALUES (23, 'msg_8c34ccd4031c75a051819862ab91c357', 'status-delivered', 'status', 'delivered', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', 1796014116869);
INSERT INTO "message_events" VALUES (24, 'msg_d72050d06ec3a0c7d5d4fcc2f409d4f5', 'allowed-1796014117039', 'allowed', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', 1796014117039);
INSERT INTO "message_events" VALUES (25, 'msg_d72050d06ec3a0c7d5d4fcc2f409d4f5', 'attempted-1796014117039', 'attempted', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', 1796014117039);
INSERT INTO "message_events" VALUES (26, 'msg_d72050d06ec3a0c7d5d4fcc2f409d4f5', 'accepted', 'accepted', 'queued', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', 1796014117155);
INSERT INTO "message_events" VALUES (27, 'msg_d72050d06ec3a0c7d5d4fcc2f409d4f5', 'status-sent', 'status', 'sent', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', 1796014117200);
INSERT INTO "message_events" VALUES (28, 'msg_d72050d06ec3a0c7d5d4fcc2f409d4f5', 'status-delivered', 'status', 'delivered', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', 1796014117320);
INSERT INTO "message_events" VALUES (29, 'msg_cdd62405ad9b02aa97ba7f080bbec5ba', 'allowed-1796014117558', 'allowed', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', 1796014117558);
INSERT INTO "message_events" VALUES (30, 'msg_cdd62405ad9b02aa97ba7f080bbec5ba', 'attempted-1796014117558', 'attempted', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', 1796014117558);
INSERT INTO "message_events" VALUES (31, 'msg_cdd62405ad9b02aa97ba7f080bbec5ba', 'accepted', 'accepted', 'queued', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', 1796014117682);
INSERT INTO "message_events" VALUES (32, 'msg_cdd62405ad9b02aa97ba7f080bbec5ba', 'status-sent', 'status', 'sent', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', 1796014117739);
INSERT INTO "message_events" VALUES (33, 'msg_cdd62405ad9b02aa97ba7f080bbec5ba', 'status-delivered', 'status', 'delivered', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', 1796014117836);
INSERT INTO "message_events" VALUES (34, 'msg_99f5f5741ba87d7e2c0a7551503f0282', 'allowed-1796014118074', 'allowed', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', 1796014118074);
INSERT INTO "message_events" VALUES (35, 'msg_99f5f5741ba87d7e2c0a7551503f0282', 'attempted-1796014118074', 'attempted', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', 1796014118074);
INSERT INTO "message_events" VALUES (36, 'msg_99f5f5741ba87d7e2c0a7551503f0282', 'accepted', 'accepted', 'queued', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', 1796014118182);
INSERT INTO "message_events" VALUES (37, 'msg_99f5f5741ba87d7e2c0a7551503f0282', 'status-sent', 'status', 'sent', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', 1796014118240);
INSERT INTO "message_events" VALUES (38, 'msg_99f5f5741ba87d7e2c0a7551503f0282', 'status-delivered', 'status', 'delivered', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', 1796014118364);
INSERT INTO "message_events" VALUES (39, 'msg_cb2a7c0d95874062fccf181e57f2d0ac', 'allowed-1796014118616', 'allowed', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', 1796014118616);
INSERT INTO "message_events" VALUES (40, 'msg_cb2a7c0d95874062fccf181e57f2d0ac', 'attempted-1796014118616', 'attempted', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', 1796014118616);
INSERT INTO "message_events" VALUES (41, 'msg_cb2a7c0d95874062fccf181e57f2d0ac', 'accepted', 'accepted', 'queued', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', 1796014118717);
INSERT INTO "message_events" VALUES (42, 'msg_cb2a7c0d95874062fccf181e57f2d0ac', 'status-sent', 'status', 'sent', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', 1796014118801);
INSERT INTO "message_events" VALUES (43, 'msg_cb2a7c0d95874062fccf181e57f2d0ac', 'status-delivered', 'status', 'delivered', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', 1796014118937);
INSERT INTO "message_events" VALUES (44, 'msg_5095d1666cdb56e3cc667a7b68e67085', 'allowed-1796014119114', 'allowed', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_5', 1796014119114);
INSERT INTO "message_events" VALUES (45, 'msg_5095d1666cdb56e3cc667a7b68e67085', 'attempted-1796014119114', 'attempted', 'pending', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_5', 1796014119114);
INSERT INTO "message_events" VALUES (46, 'msg_5095d1666cdb56e3cc667a7b68e67085', 'accepted', 'accepted', 'queued', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_5', 1796014119223);
INSERT INTO "message_events" VALUES (47, 'msg_5095d1666cdb56e3cc667a7b68e67085', 'status-sent', 'status', 'sent', NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_5', 1796014119269);
INSERT INTO "messages" VALUES (1, 'msg_f81edfd7cdb74609bb77bee61edbd207', 'SMf81edfd7cdb74609bb77bee61edbd207', 'conv_6ffd313c19c984cb4452d82fe90e675e', 'inbound', 'contact', 'transactional', '+14155550199', '+18005550100', 'Is the ristretto machine back in stock?', 0, 1, 'received', 1796014107361, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, 0, NULL, 0, 1796014107361, 1796014111563);
INSERT INTO "messages" VALUES (2, 'msg_a46c192c0d60bfaa0433e56e7b5052a2', 'SMd958854da2b34c78acdbdaf9dc751087', 'conv_6ffd313c19c984cb4452d82fe90e675e', 'outbound', 'assistant', 'transactional', '+18005550100', '+14155550199', 'I''m sorry, I don''t know that. Would you like to speak with Sales, Support and Billing?', 0, 1, 'delivered', 1796014111864, NULL, 1, NULL, NULL, NULL, NULL, NULL, 'Not opted out; quiet hours do not hold back an answer or a notice.', 0, 1, 1796014111563, 0, NULL, 0, 1796014111563, NULL);
INSERT INTO "messages" VALUES (3, 'msg_4bd8137a25d843ddb1b686377378f7de', 'SM4bd8137a25d843ddb1b686377378f7de', 'conv_beaab61f38bc64929f86a3af1a41513f', 'inbound', 'contact', 'transactional', '+14155550177', '+18005550100', 'STOP', 0, 1, 'received', 1796014111752, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, 0, NULL, 0, 1796014111752, NULL);
INSERT INTO "messages" VALUES (4, 'msg_63d763f238584306953f7ed5552a86e0', 'SM63d763f238584306953f7ed5552a86e0', 'conv_e3e8f58f786a3796e8b18be9619164f1', 'inbound', 'contact', 'transactional', '+14155550166', '+18005550100', 'Can I talk to a real person please?', 0, 1, 'received', 1796014111871, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, 0, NULL, 0, 1796014111871, 1796014115906);
INSERT INTO "messages" VALUES (5, 'msg_baaeb567927391222118a64c4715ea96', 'SMebe4f126c9954e58a0cb2e673611bf96', 'conv_e3e8f58f786a3796e8b18be9619164f1', 'outbound', 'assistant', 'transactional', '+18005550100', '+14155550166', 'Sure. I have asked a colleague to answer you here.', 0, 1, 'delivered', 1796014116096, NULL, 1, NULL, NULL, NULL, NULL, NULL, 'Not opted out; quiet hours do not hold back an answer or a notice.', 0, 1, 1796014115906, 0, NULL, 0, 1796014115906, NULL);
INSERT INTO "messages" VALUES (6, 'msg_b27ebadb7a0c4ac59a55adf0ffb483ad', 'SMd41fd20a846744d79b02a3b2771a39d2', 'conv_e3e8f58f786a3796e8b18be9619164f1', 'outbound', 'person', 'transactional', '+18005550100', '+14155550166', 'Jane here. How can I help?', 0, 1, 'delivered', 1796014116300, NULL, NULL, 'key_development', 'Development', NULL, NULL, NULL, 'Not opted out; quiet hours do not hold back an answer or a notice.', 0, 1, 1796014116017, 0, NULL, 0, 1796014116017, NULL);
INSERT INTO "messages" VALUES (7, 'msg_8c34ccd4031c75a051819862ab91c357', 'SM7acc1012eb304c50b38ecb51fe15ac7b', 'conv_adf01e2ea9880ea6953017683d31005a', 'outbound', 'campaign', 'marketing', '+14155550101', '+14155570000', 'Acme: our sale starts today. Reply STOP to opt out.', 0, 1, 'delivered', 1796014116869, NULL, NULL, NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_0', NULL, 'Not opted out; quiet hours are switched off for this text.', 0, 1, 1796014116655, 0, NULL, 0, 1796014116655, NULL);
INSERT INTO "messages" VALUES (8, 'msg_d72050d06ec3a0c7d5d4fcc2f409d4f5', 'SMb9afe69ea897478ebe302dfe362c2e76', 'conv_bf81dbe6e13b9b468870e7c9daecb37f', 'outbound', 'campaign', 'marketing', '+14155550101', '+14155570001', 'Acme: our sale starts today. Reply STOP to opt out.', 0, 1, 'delivered', 1796014117320, NULL, NULL, NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_1', NULL, 'Not opted out; quiet hours are switched off for this text.', 0, 1, 1796014117039, 0, NULL, 0, 1796014117039, NULL);
INSERT INTO "messages" VALUES (9, 'msg_cdd62405ad9b02aa97ba7f080bbec5ba', 'SMfe8e8495ae034ac99839a9f92c8d1136', 'conv_23e900f795f628495cc55062abebcf58', 'outbound', 'campaign', 'marketing', '+14155550101', '+14155570002', 'Acme: our sale starts today. Reply STOP to opt out.', 0, 1, 'delivered', 1796014117836, NULL, NULL, NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_2', NULL, 'Not opted out; quiet hours are switched off for this text.', 0, 1, 1796014117558, 0, NULL, 0, 1796014117558, NULL);
INSERT INTO "messages" VALUES (10, 'msg_99f5f5741ba87d7e2c0a7551503f0282', 'SMe3ee5e3e60f84a078880e5fc61f999ea', 'conv_7588d4decea082fdebe6c1dde52bc8dc', 'outbound', 'campaign', 'marketing', '+14155550101', '+14155570003', 'Acme: our sale starts today. Reply STOP to opt out.', 0, 1, 'delivered', 1796014118364, NULL, NULL, NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_3', NULL, 'Not opted out; quiet hours are switched off for this text.', 0, 1, 1796014118074, 0, NULL, 0, 1796014118074, NULL);
INSERT INTO "messages" VALUES (11, 'msg_cb2a7c0d95874062fccf181e57f2d0ac', 'SM860ff898d2114f0b8f65a901a300e3c6', 'conv_edc3cfb8d3bf28df4c2e1bc6c39a8f06', 'outbound', 'campaign', 'marketing', '+14155550101', '+14155570004', 'Acme: our sale starts today. Reply STOP to opt out.', 0, 1, 'delivered', 1796014118937, NULL, NULL, NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_4', NULL, 'Not opted out; quiet hours are switched off for this text.', 0, 1, 1796014118616, 0, NULL, 0, 1796014118616, NULL);
INSERT INTO "messages" VALUES (12, 'msg_5095d1666cdb56e3cc667a7b68e67085', 'SM7ebc3ceb4aae49e29e2f8fe7753e015e', 'conv_c148e196a211f5148b3f89f86c59904b', 'outbound', 'campaign', 'marketing', '+14155550101', '+14155570005', 'Acme: our sale starts today. Reply STOP to opt out.', 0, 1, 'sent', 1796014119269, NULL, NULL, NULL, NULL, 'cmp_bad332a02d1240ba9a96a2ba7b139659', 'rcp_bad332a02d1240ba9a96a2ba7b139659_5', NULL, 'Not opted out; quiet hours are switched off for this text.', 0, 1, 1796014119114, 0, 1796014139269, 0, 1796014119114, NULL);
INSERT INTO "opt_outs" VALUES ('+14155550177', 'keyword', 'STOP', NULL, 'msg_4bd8137a25d843ddb1b686377378f7de', NULL, 1796014111752);
INSERT INTO "opt_outs" VALUES ('+14155550155', 'person', NULL, 'Asked on the phone.', NULL, 'Development', 1796014116216);
INSERT INTO "campaign_cursors" VALUES ('message_events', 42);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 0, '+14155570000', NULL, NULL, NULL, 'delivered', NULL, NULL, 1, 1796014136619, 0, 1796014118864, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 1, '+14155570001', NULL, NULL, NULL, 'delivered', NULL, NULL, 1, 1796014137137, 0, 1796014118864, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 2, '+14155570002', NULL, NULL, NULL, 'delivered', NULL, NULL, 1, 1796014137655, 0, 1796014118864, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 3, '+14155570003', NULL, NULL, NULL, 'delivered', NULL, NULL, 1, 1796014138173, 0, 1796014118864, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 4, '+14155570004', NULL, NULL, NULL, 'sent', NULL, NULL, 1, 1796014138692, 0, 1796014118864, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 5, '+14155570005', NULL, NULL, NULL, 'sending', NULL, NULL, NULL, 1796014139210, 0, 1796014116607, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 6, '+14155570006', NULL, NULL, NULL, 'sending', NULL, NULL, NULL, 1796014139728, 0, 1796014116607, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 7, '+14155570007', NULL, NULL, NULL, 'sending', NULL, NULL, NULL, 1796014140246, 0, 1796014116607, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 8, '+14155570008', NULL, NULL, NULL, 'sending', NULL, NULL, NULL, 1796014140764, 0, 1796014116607, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 9, '+14155570009', NULL, NULL, NULL, 'sending', NULL, NULL, NULL, 1796014141282, 0, 1796014116607, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 10, '+14155570010', NULL, NULL, NULL, 'queued', NULL, NULL, NULL, 0, 0, 1796014116461, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 11, '+14155570011', NULL, NULL, NULL, 'queued', NULL, NULL, NULL, 0, 0, 1796014116461, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 12, '+14155570012', NULL, NULL, NULL, 'queued', NULL, NULL, NULL, 0, 0, 1796014116461, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 13, '+14155570013', NULL, NULL, NULL, 'queued', NULL, NULL, NULL, 0, 0, 1796014116461, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 14, '+14155570014', NULL, NULL, NULL, 'queued', NULL, NULL, NULL, 0, 0, 1796014116461, NULL, NULL);
INSERT INTO "campaign_recipients" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 15, '+14155570015', NULL, NULL, NULL, 'queued', NULL, NULL, NULL, 0, 0, 1796014116461, NULL, NULL);
INSERT INTO "campaign_senders" VALUES ('+14155550101', '5c94f41d-42f0-4936-b34a-d478d4c17fea', 1796014131800, 1796014121800, NULL, 1, 0);
INSERT INTO "campaigns" VALUES ('cmp_bad332a02d1240ba9a96a2ba7b139659', 'Sale', 'Acme: our sale starts today. Reply STOP to opt out.', 'sending', NULL, '+14155550101', NULL, 0, 2, 0, 1, 6, 5, 1, 4, 0, 0, 0, 4, 0, 5, 1796014116655, 1796014118616, 1796014124826, 'Development', 1796014116435, 1796014116489, NULL, 0, 0, 1);
INSERT INTO "text_days" VALUES (20787, 'contact', '{"19 received":3}');
INSERT INTO "text_days" VALUES (20787, 'answers', '{"19 never":0,"19 within1Minute":2}');
INSERT INTO "text_days" VALUES (20787, 'assistant', '{"19 sent":2,"19 delivered":2}');
INSERT INTO "text_days" VALUES (20787, 'consent', '{"19 opt_out":2}');
INSERT INTO "text_days" VALUES (20787, 'person', '{"19 sent":1,"19 delivered":1}');
INSERT INTO "text_days" VALUES (20787, 'campaign', '{"19 sent":6,"19 delivered":5}');
INSERT INTO "call_days" VALUES (20787, '', 'inbound', '{"open":0,"19 open":0,"voicemail":1,"19 voicemail":1,"answered":1,"19 answered":1,"talk":1,"19 talk":1,"abandoned":1,"19 abandoned":1}');
INSERT INTO "call_days" VALUES (20787, '103', 'inbound', '{"open":0,"19 open":0,"voicemail":1,"19 voicemail":1}');
INSERT INTO "call_days" VALUES (20787, '101', 'inbound', '{"open":0,"19 open":0,"answered":1,"19 answered":1,"talk":1,"19 talk":1}');
DELETE FROM sqlite_sequence;
INSERT INTO "sqlite_sequence" VALUES ('d1_migrations', 12);
INSERT INTO "sqlite_sequence" VALUES ('call_events', 12);
INSERT INTO "sqlite_sequence" VALUES ('messages', 12);
INSERT INTO "sqlite_sequence" VALUES ('message_events', 47);
INSERT INTO "sqlite_sequence" VALUES ('consent_events', 2);
CREATE VIRTUAL TABLE `messages_fts` USING fts5(`body`, content='messages', content_rowid='position', tokenize='unicode61 remove_diacritics 2');
INSERT INTO "messages_fts" ("messages_fts") VALUES ('rebuild');
CREATE UNIQUE INDEX `accounts_user_provider` ON `accounts` (`user_id`,`provider_id`);
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`key_hash`);
CREATE INDEX `api_keys_created` ON `api_keys` (`created_at`);
CREATE INDEX `audit_events_at` ON `audit_events` (`at`,`id`);
CREATE INDEX `audit_events_target` ON `audit_events` (`target_kind`,`target_id`,`at`);
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);
CREATE UNIQUE INDEX `invitations_open` ON `invitations` (`email`) WHERE accepted_at IS NULL;
CREATE INDEX `invitations_expires` ON `invitations` (`expires_at`);
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);
CREATE INDEX `sign_in_attempts_expires` ON `sign_in_attempts` (`expires_at`);
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);
CREATE INDEX `users_owners` ON `users` (`role`) WHERE role = 'owner';
CREATE UNIQUE INDEX `extensions_ext_in_use` ON `extensions` (`ext`) WHERE status <> 'inactive';
CREATE UNIQUE INDEX `phone_numbers_number` ON `phone_numbers` (`number`);
CREATE INDEX `phone_numbers_extension` ON `phone_numbers` (`extension_id`);
CREATE UNIQUE INDEX `call_events_step` ON `call_events` (`call_id`,`step`);
CREATE INDEX `calls_started` ON `calls` (`started_at`);
CREATE INDEX `calls_extension_started` ON `calls` (`extension`,`started_at`);
CREATE INDEX `calls_open` ON `calls` (`started_at`) WHERE ended_at IS NULL;
CREATE INDEX `voicemails_call` ON `voicemails` (`call_id`);
CREATE INDEX `voicemails_extension_created` ON `voicemails` (`extension`,`created_at`);
CREATE INDEX `voicemails_created` ON `voicemails` (`created_at`);
CREATE INDEX `voicemails_not_stored` ON `voicemails` (`created_at`) WHERE status = 'recorded';
CREATE INDEX `voicemails_not_transcribed` ON `voicemails` (`created_at`) WHERE transcript_status = 'pending';
CREATE INDEX `voicemails_kept_by_carrier` ON `voicemails` (`deleted_at`) WHERE carrier_deleted_at IS NULL;
CREATE UNIQUE INDEX `number_orders_purpose_open` ON `number_orders` (`purpose`) WHERE status IN ('buying', 'bought');
CREATE UNIQUE INDEX `number_orders_number_open` ON `number_orders` (`number`) WHERE status IN ('buying', 'bought', 'releasing');
CREATE INDEX `number_orders_open` ON `number_orders` (`updated_at`) WHERE status IN ('buying', 'bought', 'releasing');
CREATE INDEX `phone_numbers_release` ON `phone_numbers` (`release_at`) WHERE release_at IS NOT NULL;
CREATE TRIGGER `audit_events_no_update` BEFORE UPDATE ON `audit_events`
BEGIN
	SELECT RAISE(ABORT, 'audit_events is append-only');
END;
CREATE TRIGGER `audit_events_no_delete` BEFORE DELETE ON `audit_events`
WHEN OLD.`at` > (unixepoch() - 31536000) * 1000
BEGIN
	SELECT RAISE(ABORT, 'audit_events is kept for a year at least');
END;
CREATE UNIQUE INDEX `consent_events_key` ON `consent_events` (`key`);
CREATE INDEX `consent_events_number` ON `consent_events` (`number`,`id`);
CREATE INDEX `conversation_notes_conversation` ON `conversation_notes` (`conversation_id`,`created_at`);
CREATE INDEX `conversations_listed` ON `conversations` (`listed_at`,`id`) WHERE listed_at IS NOT NULL;
CREATE INDEX `conversations_mode_listed` ON `conversations` (`mode`,`listed_at`,`id`) WHERE listed_at IS NOT NULL;
CREATE INDEX `conversations_unanswered` ON `conversations` (`reply_requested_at`) WHERE mode = 'assistant' AND answered_sequence < inbound_sequence;
CREATE UNIQUE INDEX `message_events_step` ON `message_events` (`message_id`,`step`);
CREATE INDEX `message_events_campaign` ON `message_events` (`id`) WHERE campaign_id IS NOT NULL;
CREATE INDEX `message_media_message` ON `message_media` (`message_id`);
CREATE INDEX `message_media_pending` ON `message_media` (`requested_at`) WHERE status = 'pending';
CREATE UNIQUE INDEX `messages_id` ON `messages` (`id`);
CREATE UNIQUE INDEX `messages_carrier` ON `messages` (`carrier_id`) WHERE carrier_id IS NOT NULL;
CREATE INDEX `messages_conversation` ON `messages` (`conversation_id`,`position`);
CREATE INDEX `messages_created` ON `messages` (`created_at`);
CREATE INDEX `messages_check` ON `messages` (`check_at`) WHERE check_at IS NOT NULL;
CREATE INDEX `opt_outs_at` ON `opt_outs` (`at`,`number`);
CREATE TRIGGER `messages_fts_insert` AFTER INSERT ON `messages`
BEGIN
	INSERT INTO `messages_fts` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`);
END;
CREATE TRIGGER `messages_fts_delete` AFTER DELETE ON `messages`
BEGIN
	INSERT INTO `messages_fts` (`messages_fts`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`);
END;
CREATE TRIGGER `messages_fts_update` AFTER UPDATE OF `body` ON `messages`
BEGIN
	INSERT INTO `messages_fts` (`messages_fts`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`);
	INSERT INTO `messages_fts` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`);
END;
CREATE TRIGGER `consent_events_no_update` BEFORE UPDATE ON `consent_events`
BEGIN
	SELECT RAISE(ABORT, 'consent_events is append-only');
END;
CREATE TRIGGER `consent_events_no_delete` BEFORE DELETE ON `consent_events`
BEGIN
	SELECT RAISE(ABORT, 'consent_events is kept for good');
END;
CREATE INDEX `calls_outcome_started` ON `calls` (`outcome`,`started_at`);
CREATE INDEX `calls_from_started` ON `calls` (`from_number`,`started_at`);
CREATE INDEX `calls_to_started` ON `calls` (`to_number`,`started_at`);
CREATE INDEX `campaign_recipients_turn` ON `campaign_recipients` (`campaign_id`,`status`,`due_at`,`position`);
CREATE INDEX `campaigns_created` ON `campaigns` (`created_at`,`id`);
CREATE INDEX `campaigns_status` ON `campaigns` (`status`,`created_at`,`id`);
CREATE UNIQUE INDEX `receptionist_turns_place` ON `receptionist_turns` (`call_id`,`attempt`,`turn`);
CREATE INDEX `voicemails_not_deleted` ON `voicemails` (`created_at`) WHERE deleted_at IS NULL;
CREATE INDEX `voicemails_not_fetched` ON `voicemails` (`created_at`) WHERE status = 'failed';
CREATE UNIQUE INDEX `password_resets_token` ON `password_resets` (`token_hash`);
CREATE UNIQUE INDEX `password_resets_open` ON `password_resets` (`user_id`) WHERE used_at IS NULL;
CREATE INDEX `password_resets_expires` ON `password_resets` (`expires_at`);
CREATE INDEX `campaign_recipients_number` ON `campaign_recipients` (`number`,`campaign_id`);
CREATE INDEX `conversations_line_listed` ON `conversations` (`our_number`,`listed_at`,`id`) WHERE listed_at IS NOT NULL;
CREATE INDEX `conversations_unread` ON `conversations` (`listed_at`,`id`) WHERE unread_count > 0 AND listed_at IS NOT NULL;
CREATE INDEX `voicemails_unheard` ON `voicemails` (`created_at`,`id`) WHERE listened_at IS NULL AND deleted_at IS NULL;
CREATE INDEX `voicemails_unheard_extension` ON `voicemails` (`extension`,`created_at`) WHERE listened_at IS NULL AND deleted_at IS NULL;
CREATE INDEX `voicemails_heard` ON `voicemails` (`created_at`,`id`) WHERE listened_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX `voicemails_from_created` ON `voicemails` (`from_number`,`created_at`);
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`at`,`id`);
CREATE VIEW `call_day_changes` AS
SELECT 0 AS `at`, '' AS `extension`, '' AS `direction`, '' AS `measure`, 0 AS `amount` WHERE 0;
CREATE TRIGGER `call_day_changes_add` INSTEAD OF INSERT ON `call_day_changes`
BEGIN
	INSERT INTO `call_days` (`day`, `extension`, `direction`, `counts`)
	SELECT NEW.`at` / 86400000, `row`, NEW.`direction`,
		json_object(NEW.`measure`, NEW.`amount`, (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure`, NEW.`amount`)
	FROM (SELECT '' AS `row` UNION ALL SELECT NEW.`extension`) WHERE `row` IS NOT NULL
	ON CONFLICT (`day`, `extension`, `direction`) DO UPDATE SET `counts` = json_set(`counts`,
		'$."' || NEW.`measure` || '"',
		coalesce(json_extract(`counts`, '$."' || NEW.`measure` || '"'), 0) + NEW.`amount`,
		'$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"',
		coalesce(json_extract(`counts`, '$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"'), 0) + NEW.`amount`);
END;
CREATE VIEW `text_day_changes` AS SELECT 0 AS `at`, '' AS `series`, '' AS `measure`, 0 AS `amount` WHERE 0;
CREATE TRIGGER `text_day_changes_add` INSTEAD OF INSERT ON `text_day_changes`
BEGIN
	INSERT INTO `text_days` (`day`, `series`, `counts`)
	VALUES (NEW.`at` / 86400000, NEW.`series`, json_object((NEW.`at` / 900000 % 96) || ' ' || NEW.`measure`, NEW.`amount`))
	ON CONFLICT (`day`, `series`) DO UPDATE SET `counts` = json_set(`counts`,
		'$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"',
		coalesce(json_extract(`counts`, '$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"'), 0) + NEW.`amount`);
END;
CREATE TRIGGER `calls_counted_insert` AFTER INSERT ON `calls`
BEGIN
	INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`)
	SELECT NEW.`started_at`, NEW.`extension`, NEW.`direction`, `measure`, `amount` FROM (
		SELECT coalesce(NEW.`outcome`, 'open') AS `measure`, 1 AS `amount` UNION ALL VALUES
		('talk', NEW.`talk_seconds`),
		('receptionist_' || NEW.`receptionist_result`, 1)
	) WHERE `measure` IS NOT NULL AND `amount` <> 0;
END;
CREATE TRIGGER `calls_counted_update` AFTER UPDATE OF `started_at`, `extension`, `direction`, `outcome`, `talk_seconds`, `receptionist_result` ON `calls`
WHEN (OLD.`started_at`, OLD.`extension`, OLD.`direction`, OLD.`outcome`, OLD.`talk_seconds`, OLD.`receptionist_result`)
	IS NOT (NEW.`started_at`, NEW.`extension`, NEW.`direction`, NEW.`outcome`, NEW.`talk_seconds`, NEW.`receptionist_result`)
BEGIN
	INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`)
	SELECT `at`, `extension`, `direction`, `measure`, sum(`amount`) FROM (
		SELECT OLD.`started_at` AS `at`, OLD.`extension` AS `extension`, OLD.`direction` AS `direction`,
			coalesce(OLD.`outcome`, 'open') AS `measure`, -1 AS `amount` UNION ALL VALUES
		(OLD.`started_at`, OLD.`extension`, OLD.`direction`, 'talk', -OLD.`talk_seconds`),
		(OLD.`started_at`, OLD.`extension`, OLD.`direction`, 'receptionist_' || OLD.`receptionist_result`, -1),
		(NEW.`started_at`, NEW.`extension`, NEW.`direction`, coalesce(NEW.`outcome`, 'open'), 1),
		(NEW.`started_at`, NEW.`extension`, NEW.`direction`, 'talk', NEW.`talk_seconds`),
		(NEW.`started_at`, NEW.`extension`, NEW.`direction`, 'receptionist_' || NEW.`receptionist_result`, 1)
	) WHERE `measure` IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(`amount`) <> 0;
END;
CREATE TRIGGER `messages_counted_received` AFTER INSERT ON `messages` WHEN NEW.`direction` = 'inbound'
BEGIN
	INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) VALUES (NEW.`created_at`, 'contact', 'received', 1);
	INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
	SELECT NEW.`created_at`, 'answers', 'never', 1 WHERE NEW.`sequence` IS NOT NULL;
END;
CREATE TRIGGER `messages_counted_made` AFTER INSERT ON `messages` WHEN NEW.`direction` = 'outbound'
BEGIN
	INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
	SELECT NEW.`created_at`, NEW.`author`, `measure`, 1 FROM (
		SELECT 'sent' AS `measure`, NEW.`carrier_id` IS NOT NULL AS `is_true` UNION ALL VALUES
		('delivered', NEW.`status` IN ('delivered', 'read')),
		('undelivered', NEW.`status` = 'undelivered'),
		('failed', NEW.`status` = 'failed'),
		('refused', NEW.`status` = 'refused')
	) WHERE `is_true`;
END;
CREATE TRIGGER `messages_counted_update` AFTER UPDATE OF `status`, `carrier_id` ON `messages`
WHEN NEW.`direction` = 'outbound'
	AND (OLD.`status`, OLD.`carrier_id` IS NULL) IS NOT (NEW.`status`, NEW.`carrier_id` IS NULL)
BEGIN
	INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
	SELECT NEW.`created_at`, NEW.`author`, `measure`, `amount` FROM (
		SELECT 'sent' AS `measure`, (NEW.`carrier_id` IS NOT NULL) - (OLD.`carrier_id` IS NOT NULL) AS `amount` UNION ALL VALUES
		('delivered', (NEW.`status` IN ('delivered', 'read')) - (OLD.`status` IN ('delivered', 'read'))),
		('undelivered', (NEW.`status` = 'undelivered') - (OLD.`status` = 'undelivered')),
		('failed', (NEW.`status` = 'failed') - (OLD.`status` = 'failed')),
		('refused', (NEW.`status` = 'refused') - (OLD.`status` = 'refused'))
	) WHERE `amount` <> 0;
END;
CREATE TRIGGER `messages_answer` AFTER UPDATE OF `carrier_id` ON `messages`
WHEN NEW.`direction` = 'outbound' AND NEW.`author` IN ('assistant', 'person')
	AND OLD.`carrier_id` IS NULL AND NEW.`carrier_id` IS NOT NULL
BEGIN
	UPDATE `messages` SET `answered_at` = coalesce(NEW.`attempted_at`, NEW.`created_at`)
	WHERE `conversation_id` = NEW.`conversation_id` AND `direction` = 'inbound' AND `sequence` IS NOT NULL
		AND (`answered_at` IS NULL OR `answered_at` > coalesce(NEW.`attempted_at`, NEW.`created_at`))
		AND `position` < NEW.`position` AND `position` > coalesce((
			SELECT `position` FROM `messages`
			WHERE `conversation_id` = NEW.`conversation_id` AND `position` < NEW.`position`
				AND `direction` = 'outbound' AND `author` IN ('assistant', 'person') AND `carrier_id` IS NOT NULL
				AND coalesce(`attempted_at`, `created_at`) <= coalesce(NEW.`attempted_at`, NEW.`created_at`)
			ORDER BY `position` DESC LIMIT 1), 0);
END;
CREATE TRIGGER `messages_counted_answered` AFTER UPDATE OF `answered_at` ON `messages`
WHEN OLD.`answered_at` IS NOT NEW.`answered_at` AND NEW.`sequence` IS NOT NULL
BEGIN
	INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
	SELECT NEW.`created_at`, 'answers', CASE
		WHEN `answered_at` IS NULL THEN 'never'
		WHEN `answered_at` - NEW.`created_at` <= 60000 THEN 'within1Minute'
		WHEN `answered_at` - NEW.`created_at` <= 300000 THEN 'within5Minutes'
		WHEN `answered_at` - NEW.`created_at` <= 3600000 THEN 'within1Hour' ELSE 'later' END AS `measure`, sum(`amount`)
	FROM (SELECT OLD.`answered_at` AS `answered_at`, -1 AS `amount` UNION ALL SELECT NEW.`answered_at`, 1)
	GROUP BY `measure` HAVING sum(`amount`) <> 0;
END;
CREATE TRIGGER `consent_events_counted` AFTER INSERT ON `consent_events`
BEGIN
	INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) VALUES (NEW.`at`, 'consent', NEW.`kind`, 1);
END;
CREATE TRIGGER `campaign_outcomes_insert` AFTER INSERT ON `campaign_recipients`
WHEN NEW.`status` IN ('failed', 'undelivered', 'skipped')
BEGIN
	INSERT INTO `campaign_outcomes` (`campaign_id`, `status`, `reason`, `error_code`, `count`)
	VALUES (NEW.`campaign_id`, NEW.`status`, coalesce(NEW.`reason`, ''), coalesce(NEW.`error_code`, 0), 1)
	ON CONFLICT (`campaign_id`, `status`, `reason`, `error_code`) DO UPDATE SET `count` = `count` + 1;
END;
CREATE TRIGGER `campaign_outcomes_update` AFTER UPDATE OF `status`, `reason`, `error_code` ON `campaign_recipients`
WHEN (OLD.`status` IN ('failed', 'undelivered', 'skipped') OR NEW.`status` IN ('failed', 'undelivered', 'skipped'))
	AND (OLD.`status`, OLD.`reason`, OLD.`error_code`) IS NOT (NEW.`status`, NEW.`reason`, NEW.`error_code`)
BEGIN
	UPDATE `campaign_outcomes` SET `count` = `count` - 1 WHERE `campaign_id` = OLD.`campaign_id` AND `status` = OLD.`status`
		AND `reason` = coalesce(OLD.`reason`, '') AND `error_code` = coalesce(OLD.`error_code`, 0);
	INSERT INTO `campaign_outcomes` (`campaign_id`, `status`, `reason`, `error_code`, `count`)
	SELECT NEW.`campaign_id`, NEW.`status`, coalesce(NEW.`reason`, ''), coalesce(NEW.`error_code`, 0), 1
	WHERE NEW.`status` IN ('failed', 'undelivered', 'skipped')
	ON CONFLICT (`campaign_id`, `status`, `reason`, `error_code`) DO UPDATE SET `count` = `count` + 1;
END;
CREATE TRIGGER `campaign_outcomes_delete` AFTER DELETE ON `campaign_recipients`
WHEN OLD.`status` IN ('failed', 'undelivered', 'skipped')
BEGIN
	UPDATE `campaign_outcomes` SET `count` = `count` - 1 WHERE `campaign_id` = OLD.`campaign_id` AND `status` = OLD.`status`
		AND `reason` = coalesce(OLD.`reason`, '') AND `error_code` = coalesce(OLD.`error_code`, 0);
END;
