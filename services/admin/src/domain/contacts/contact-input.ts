import { ContactFields } from "@cloudpbx/contracts/contacts/contacts";
import { Version } from "@cloudpbx/contracts/version";
import { isNoState, readState } from "@cloudpbx/domain/quiet-hours/read-state";
import * as z from "zod";
import { NumberField } from "../numbers/number-field.ts";

const state = ContactFields.shape.state.transform((text, context) => {
	if (text === null || isNoState(text)) return null;
	const code = readState(text);
	if (code !== null) return code;
	context.addIssue({
		code: "custom",
		message: "This is no state or province of the United States or Canada.",
	});
	return z.NEVER;
});

const ContactFieldsInput = ContactFields.extend({ state }).partial();

export const CreateContactInput = ContactFieldsInput.extend({ number: NumberField });

export const UpdateContactInput = ContactFieldsInput.extend({
	number: NumberField.optional(),
	version: Version.optional(),
});
