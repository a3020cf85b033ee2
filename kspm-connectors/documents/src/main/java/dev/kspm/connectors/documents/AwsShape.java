package dev.kspm.connectors.documents;

/**
 * What one kind of resource of AWS looks like. Immutable.
 *
 * @param type the resource type
 * @param arn the field with the ARN, empty when there is none
 * @param id the field that stands for the ARN where that is not known
 * @param name the field with the name
 */
record AwsShape(String type, String arn, String id, String name) {}
