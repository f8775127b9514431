variable "upstream" {}
variable "constant" {}
variable "object" {}
resource "terraform_data" "inner" {
  count = 1
  input = var.upstream
}
resource "terraform_data" "other" {
  input = var.object.id
  triggers_replace = null
}
output "queue" { value = terraform_data.inner[0].id }
