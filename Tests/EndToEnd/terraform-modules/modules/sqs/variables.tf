variable "create" {
  type    = bool
  default = true
}
variable "name" {
  type    = string
  default = null
}
variable "use_name_prefix" {
  type    = bool
  default = false
}
variable "fifo_queue" {
  type    = bool
  default = false
}
variable "visibility_timeout_seconds" {
  type    = number
  default = null
}
variable "message_retention_seconds" {
  type    = number
  default = null
}
variable "receive_wait_time_seconds" {
  type    = number
  default = null
}
variable "kms_master_key_id" {
  type    = string
  default = null
}
variable "sqs_managed_sse_enabled" {
  type    = bool
  default = true
}
variable "redrive_policy" {
  type    = any
  default = {}
}
variable "create_dlq" {
  type    = bool
  default = false
}
variable "dlq_name" {
  type    = string
  default = null
}
variable "dlq_message_retention_seconds" {
  type    = number
  default = null
}
variable "create_queue_policy" {
  type    = bool
  default = false
}
variable "queue_policy_statements" {
  type    = any
  default = {}
}
variable "tags" {
  type    = map(string)
  default = {}
}
