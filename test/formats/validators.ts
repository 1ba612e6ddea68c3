import { readFileSync } from 'node:fs';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv, type SchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  DtdValidator,
  XmlBufferInputProvider,
  XmlDocument,
  XmlDtd,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

const schemas = new URL('./schemas/', import.meta.url);
const read = (name: string): Uint8Array => readFileSync(new URL(name, schemas));

// The imports of a schema are looked up here and nowhere else.
xmlRegisterInputProvider(
  new XmlBufferInputProvider({ 'xml.xsd': read('xml.xsd'), 'its-2.0.xsd': read('its-2.0.xsd') }),
);

/** The document of an XML text. Throws where it is not well-formed. */
export function parseXml(xml: string): XmlDocument {
  return XmlDocument.fromBuffer(new TextEncoder().encode(xml));
}

/** Throws where the text is not well-formed or does not fit the DTD. */
export function validateWithDtd(xml: string, name: string): void {
  new DtdValidator(XmlDtd.fromBuffer(read(name))).validate(parseXml(xml));
}

/** Throws where the text is not well-formed or does not fit the XML schema. */
export function validateWithXsd(xml: string, name: string): void {
  XsdValidator.fromDoc(XmlDocument.fromBuffer(read(name))).validate(parseXml(xml));
}

/** The text content of all elements that an XPath expression finds. `x` is XLIFF's namespace, `its` that of ITS. */
export function textsAt(document: XmlDocument, xpath: string): string[] {
  const namespaces = { x: 'urn:oasis:names:tc:xliff:document:2.0', its: 'http://www.w3.org/2005/11/its' };
  return document.find(xpath, namespaces).map((node) => node.content);
}

// The published schema says that it is of draft 4; what it uses of it is the same in draft 7.
const schema: SchemaObject = { ...sarifSchema };
delete schema.$schema;
delete schema['id'];
const sarif = new Ajv({
  allErrors: true,
  strict: false,
  // One of its patterns is none under the flag u.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, 'file:///folder/'),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

/** What is wrong with a SARIF log, by the published schema. */
export function sarifErrors(log: unknown): string[] {
  sarif(log);
  return (sarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const line = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(new URL('report-lines.schema.json', schemas), 'utf8')),
);

/** What is wrong with a line of `jsonl`. */
export function lineErrors(data: unknown): string[] {
  line(data);
  return (line.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
