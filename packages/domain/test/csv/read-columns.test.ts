import { describe, expect, it } from "vitest";
import { columnKindOf } from "../../src/csv/column-kind.ts";
import { readColumns } from "../../src/csv/read-columns.ts";

const kinds = {
	number:
		"number|Number|Phone|PHONE|Phone Number|phone_number|phoneNumber|Mobile|Mobile Phone|Mobile Number|Cell|Cell Phone|Cell #|Cellphone|Telephone|Tel|Tel.|Tel No.|Telefon|Telefonnummer|Teléfono|telefono|Téléphone|Handy|Handynummer|Mobil|Celular|Móvil|Rufnummer|Phone 1 - Value|Phone 2 - Value|Home Phone|Work Phone|Business Phone|Primary Phone|Phone*|Phone:|Phone (required)|Customer Phone|Client Mobile|Contact Number|Contact Phone|SMS Number|Mobile_Phone__c|MobilePhone|Phone No|Phone#|MSISDN|E164|To|Recipient|Best Phone|Número de teléfono|Numéro de téléphone|Patient Cell Phone|WhatsApp|Daytime Phone|電話番号".split(
			"|",
		),
	timeZone:
		"Time Zone|timezone|time_zone|TimeZone|TZ|Contact Time Zone|Zeitzone|Zona horaria|Fuseau horaire|timezone_id".split(
			"|",
		),
	state:
		"State|state|STATE|Province|State/Province|State or Province|Home State|Billing State|Mailing State|State Code|US State|state_abbr|Estado|Business State|Address State".split(
			"|",
		),
	region: "Region|Address 1 - Region|ST".split("|"),
	other:
		"Phone 1 - Type|Phone Type|Phone Label|Phone Extension|Fax|Home Fax|Phone Model|Carrier|Account Number|Order Number|Customer Number|House Number|First Name|Given Name|Name|E-mail|Email 1 - Value|Zip|Postal Code|City|Country|Status|Notes|Birthday|Statement|Stated|Telescope|Cellar|Time|Zone|Estate|Number of Orders|Phone Verified|SMS Consent|Opted Out|Total|Totals".split(
			"|",
		),
};

describe("a heading", () => {
	it.each(["number", "timeZone", "state", "region"] as const)("of the %s is known by many names", (kind) => {
		for (const heading of kinds[kind]) expect(columnKindOf(heading), heading).toBe(kind);
	});

	it("of anything else is none of them", () => {
		for (const heading of kinds.other) expect(columnKindOf(heading), heading).toBeNull();
	});
});

describe("columns", () => {
	const find = (...lines: string[]) => readColumns(lines.map((line) => line.split(",")));

	it("that are called “Region” are states where states stand in them", () => {
		expect(find("Phone,Region", "4155550199,Florida", "4155550198,").state).toBe(1);
		expect(find("Phone,Region", "4155550199,EMEA").state).toBe(-1);
		expect(find("Phone,Home State,State", "4155550199,FL,CA").state).toBe(2);
	});

	it("without headings are found by what stands in them", () => {
		expect(find("Ann,4155550199", "Bob,4155550198")).toMatchObject({ headings: [], number: 1 });
		expect(find("nobody", "4155550199")).toMatchObject({ headings: [], number: 0 });
		expect(find("Kontakt,Erreichbar unter", "Ann,4155550199")).toMatchObject({
			number: 1,
			headings: ["Kontakt", "Erreichbar unter"],
		});
	});

	it("stand below the title of a report, where one line names a column of numbers", () => {
		expect(find("Customers of May", "as of 5/31/2026", "Name,Phone", "Ann,4155550199")).toMatchObject({
			headingRows: 3,
			headings: ["Name", "Phone"],
			number: 1,
		});
		expect(find("nobody", "Ann,4155550199")).toMatchObject({ headingRows: 0 });
		expect(find("Phone", "4155550199")).toMatchObject({ headingRows: 1 });
	});

	it("of which several hold numbers are refused by name, unless one is called “number” or filled", () => {
		expect(() => find("Phone,Mobile", "4155550199,4155550198")).toThrow(
			/“Phone” \(column 1\) and “Mobile” \(column 2\)/,
		);
		expect(() => find("number,number", "4155550199,4155550198")).toThrow(/“number” \(column 1\)/);
		expect(find("Phone,number", "4155550199,4155550198").number).toBe(1);
		expect(find("Phone,Mobile", ",4155550198").number).toBe(1);
		expect(find("Phone,to", "4155550199,4155550198").number).toBe(0);
	});
});
